// Several reasons to stop as one.

/** Over as soon as one of them is; undefined where there is none. */
export function anyOf(...signals: ReadonlyArray<AbortSignal | undefined>): AbortSignal | undefined {
	const given = signals.filter((one) => one !== undefined);
	return given.length > 1 ? AbortSignal.any(given) : given[0];
}
