/**
 * Xero answers a collection under its other number as well (`/Organisations`, `/User`, `/Overpayment`), as users of other clients have
 * found. Gives the names of the first segments of `paths` by those other names in lower case.
 */
export function otherNames(paths: readonly string[]): ReadonlyMap<string, string> {
	const names = [...new Set(paths.map((path) => path.split('/')[1] ?? ''))];
	return new Map(names.map((name) => [otherNumber(name).toLowerCase(), name]));
}

function otherNumber(name: string): string {
	if (name.endsWith('ies')) return `${name.slice(0, -3)}y`;
	return name.endsWith('s') ? name.slice(0, -1) : `${name}s`;
}
