import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { cacheFolder } from './install';
import { plainEnvironment, runProgram } from './program';

/** Whether this is a Debian where this process may install packages. */
export const canInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/**
 * Installs packages with apt-get.
 * @param say prints a line about how long it takes.
 * @returns the path of the log.
 * @throws Error with apt-get's last lines.
 */
export async function installFromDebian(packages: readonly string[], say: (line: string) => void): Promise<string> {
	const logFile = join(cacheFolder, `${packages[0]}.log`);
	const env = { ...plainEnvironment(), DEBIAN_FRONTEND: 'noninteractive' };
	const apt = async (...args: string[]) => {
		const progress = { everyMs: 15_000, say: (seconds: number) => say(`  ${seconds} s: apt-get ${args[0]}`) };
		await runProgram({ command: 'apt-get', args, cwd: '/', env, logFile, progress });
	};
	await apt('update');
	await apt('install', '-y', '--no-install-recommends', ...packages);
	return logFile;
}
