// Whether two values mean the same.

/** How what was sent is held against what came back. */
export type Compared = 'text' | 'day' | 'money';

/** Blanks at the ends and rows of blanks say nothing, nor does case. */
export const folded = (value: unknown): string => String(value).replace(/\s+/g, ' ').trim().toLowerCase();

export const DAY = /^\d{4}-\d{2}-\d{2}/;

/** Half a cent: what is nearer is the same amount, rounded. */
const ROUNDING = 0.005;

/** Whether two values mean the same; undefined when that cannot be told. */
export function alike(how: Compared, sent: unknown, came: unknown): boolean | undefined {
	if (how === 'day') return DAY.test(String(sent)) ? String(came).slice(0, 10) === String(sent).slice(0, 10) : undefined;
	if (how === 'text') return folded(sent) === folded(came);
	const [one, other] = [Number(sent), Number(came)];
	return Number.isFinite(one) ? Math.abs(one - other) <= ROUNDING : undefined;
}

export const isBlank = (value: unknown): boolean => value === undefined || value === null || String(value).trim() === '';
