import { text } from '../../shared/inputs/scalars';
import type { RecordType, Operation } from '../../shared/model/operation';
import { aNoun, member, nounOf, readScope, valueOf, recordPicker } from '../../shared/operations/crud';

/** The PDF of a document; Xero sends it from the record's own path when asked for a PDF. */
export const pdf = (kind: RecordType, xero: string): Readonly<Record<string, Operation>> => ({
	getPdf: {
		xero,
		name: 'Get PDF',
		action: `Get PDF of ${aNoun(kind)}`,
		method: 'GET',
		path: member(kind),
		required: recordPicker(kind),
		query: {
			FileName: text('File Name', {
				description: 'Name of the file; the ID of the record when left empty',
				placeholder: 'e.g. invoice.pdf',
			}),
			binaryPropertyName: text('Put Output in Field', {
				description: 'Name of the binary field that takes the file; "data" when left empty',
				placeholder: 'e.g. data',
			}),
		},
		scope: readScope(kind.scope),
		run: async (call) => {
			const id = valueOf(call, kind.id);
			const answer = await call.request({ path: call.path, binary: true, headers: { Accept: 'application/pdf' } });
			const data = Buffer.from(answer.body as Buffer);
			if (data.length === 0 || !/^application\/pdf\b/i.test(String(answer.headers['content-type'] ?? '')))
				call.refuse({
					says: `Xero did not send a PDF of the ${nounOf(kind)}`,
					todo: 'Check in Xero that it can be printed there, and run again later',
					state: 'refused',
				});
			const name = String(call.options.FileName ?? `${id}.pdf`);
			const target = String(call.options.binaryPropertyName ?? 'data');
			return [
				{
					json: { [kind.id]: id, FileName: name },
					binary: { [target]: await call.toBinary(data, name, 'application/pdf') },
				},
			];
		},
	},
});
