/** A seeded generator: the same seed gives the same books, record for record. */
export interface Random {
	/** From 0 (included) to 1. */
	next(): number;
	/** A whole number from `low` to `high`, both included. */
	whole(low: number, high: number): number;
	pick<T>(from: readonly T[]): T;
	/** A GUID of version 4. */
	uuid(): string;
}

export function random(seed: string): Random {
	// FNV-1a over the seed's text, then mulberry32 steps.
	let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0, 2166136261);
	const bits = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return (t ^ (t >>> 14)) >>> 0;
	};
	const next = (): number => bits() / 2 ** 32;
	const hex = (): string => bits().toString(16).padStart(8, '0');
	const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
	return {
		next,
		whole,
		pick<T>(from: readonly T[]): T {
			const chosen = from[whole(0, from.length - 1)];
			if (chosen === undefined) throw new RangeError('nothing to pick from');
			return chosen;
		},
		uuid() {
			const [a, b, c, d] = [hex(), hex(), hex(), hex()];
			const variant = '89ab'[parseInt(c.slice(0, 1), 16) % 4];
			return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
		},
	};
}
