import type { Check } from './check';
import type { Scene } from './stage';

const USUAL_LIMIT = 120_000;
const started = Date.now();
const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`.padStart(7);

/** Prints a line with the time gone since the start. */
export function say(line: string): void {
	console.log(`${seconds(started)}  ${line}`);
}

async function inTime<T>(work: Promise<T>, limitMs: number, stopped: Promise<never>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const limit = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`Not done after ${limitMs / 1000} s`)), limitMs);
	});
	return await Promise.race([work, limit, stopped]).finally(() => clearTimeout(timer));
}

/**
 * Makes the checks one after the other and prints what each has seen.
 * @param between what is done after each check; `failed` is its number among those that did not pass, if it is one.
 * @returns how many checks did not pass.
 */
export async function playAll<S extends Scene>(
	stage: S,
	checks: ReadonlyArray<Check<S>>,
	signal: AbortSignal,
	between: (stage: S, failed?: number) => Promise<void> = async () => undefined,
): Promise<number> {
	let failed = 0;
	const stopped = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('Stopped'))));
	stopped.catch(() => undefined); // It may reject while no check is waiting.
	for (const { sentence, limit = USUAL_LIMIT, run } of checks) {
		signal.throwIfAborted();
		const began = Date.now();
		let number: number | undefined;
		try {
			const seen = await inTime(run(stage), limit, stopped);
			console.log(`  ok    ${seconds(began)}  ${sentence}  (${seen.replaceAll('\n', ' ')})`);
		} catch (error) {
			signal.throwIfAborted();
			number = failed += 1;
			console.log(`  FAIL  ${seconds(began)}  ${sentence}`);
			console.log(String(error instanceof Error ? (error.stack ?? error.message) : error).replace(/^/gm, '          '));
		}
		await between(stage, number);
		stage.sandbox.clearFaults();
		stage.sandbox.latency = 0;
	}
	return failed;
}
