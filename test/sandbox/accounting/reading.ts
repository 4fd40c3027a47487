import type { Answer, Json } from './desk';

/** A report as a table: the values of each row, sections as their title alone. */
export function table(answer: Answer): string[][] {
	const parts = (answer.at('Reports.0.Rows') ?? []) as Json[];
	return parts.flatMap((part) => {
		if (part.RowType === 'Header') return [values(part)];
		const title = part.Title === '' ? [] : [[String(part.Title)]];
		return [...title, ...(part.Rows as Json[]).map(values)];
	});
}

function values(row: Json): string[] {
	return (row.Cells as Json[]).map((cell) => String(cell.Value));
}

/** The values of the row that starts with `name`, undefined when there is none. */
export function rowOf(answer: Answer, name: string): string[] | undefined {
	return table(answer)
		.find((row) => row.length > 1 && row[0] === name)
		?.slice(1);
}

/** The amounts of each account row of a report, in whole cents, by AccountID. */
export function byAccount(answer: Answer): Map<string, number[]> {
	const rows = ((answer.at('Reports.0.Rows') ?? []) as Json[]).flatMap((part) => (part.Rows ?? []) as Json[]);
	return new Map(
		rows.flatMap((row) => {
			const [name, ...cells] = row.Cells as Json[];
			const id = ((name?.Attributes ?? []) as Json[]).find((attribute) => attribute.Id === 'account')?.Value;
			return id === undefined ? [] : [[String(id), cells.map((cell) => Math.round(Number(cell.Value) * 100))] as const];
		}),
	);
}
