/**
 * Changes for faults of the kind `answer`: answers to a write that do not confirm what was written, as Xero has given them with status
 * 200. They fit lists under a plural name, bare lists and bare objects; a body without a record stays as it is.
 */
export const halfAnswers = {
	/** Every id of a record is null. */
	idNull: records((record, id) => ({ ...record, [id]: null })),
	/** The id that stands for none. */
	idZeros: records((record, id) => ({ ...record, [id]: '00000000-0000-0000-0000-000000000000' })),
	idMissing: records((record, id) => Object.fromEntries(Object.entries(record).filter(([key]) => key !== id))),
	/** The records, as if saved but for their ids, with sentences one level down: at the entries of their lists. */
	nestedErrors: records((record, id) => ({ ...inParts(record), [id]: null })),
	empty: list(() => []),
	/** Without the last record. */
	fewer: list((found) => found.slice(0, -1)),
	/** Every record has the id of one that was not asked about. */
	another: records((record, id) => ({ ...record, [id]: '99999999-9999-4999-8999-999999999999' })),
} as const satisfies Record<string, (body: unknown) => unknown>;

type Json = Record<string, unknown>;

function isJson(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Changes the records of a body, all at once. */
function list(change: (found: readonly unknown[]) => readonly unknown[]): (body: unknown) => unknown {
	return (body) => {
		if (Array.isArray(body)) return change(body);
		const entry = Object.entries(isJson(body) ? body : {}).find(([key, value]) => Array.isArray(value) && key !== 'Warnings');
		return entry && isJson(body) ? { ...body, [entry[0]]: change(entry[1] as unknown[]) } : body;
	};
}

/** Changes each record of a body that has an id; `id` is the id's name. */
function records(change: (record: Json, id: string) => Json): (body: unknown) => unknown {
	const one = (record: unknown): unknown => {
		const id = isJson(record) ? idOf(record) : undefined;
		return isJson(record) && id !== undefined ? change(record, id) : record;
	};
	return (body) => {
		const own = isJson(body) && !('ProviderName' in body) ? idOf(body) : undefined;
		return own === undefined ? list((found) => found.map(one))(body) : one(body);
	};
}

/** The name of a record's own id, which is the first that stands in it; tax rates and currencies are told apart by their codes. */
function idOf(record: Json): string | undefined {
	const names = Object.keys(record).filter((key) => typeof record[key] === 'string');
	return names.find((key) => /(ID|Id|^id)$/.test(key)) ?? names.find((key) => key === 'TaxType' || key === 'Code');
}

function inParts(record: Json): Json {
	const ValidationErrors = [{ Message: 'It was not saved.' }];
	return Object.fromEntries(
		Object.entries(record).map(([key, value]) => [
			key,
			Array.isArray(value)
				? (value as unknown[]).map((part) =>
						isJson(part) ? { ...part, StatusAttributeString: 'ERROR', ValidationErrors } : part,
					)
				: value,
		]),
	);
}
