import type { IDataObject } from 'n8n-workflow';
import { flag, text } from '../../shared/inputs/scalars';
import type { AfterSaveContext } from '../../shared/model/context';
import { reasonOf } from '../../shared/model/errorState';
import type { Fields } from '../../shared/model/field';
import type { Finding } from '../../shared/model/findings';
import { shown } from '../../shared/model/findings';
import type { ItemGiven, Operation, RecordType } from '../../shared/model/operation';
import { namesIn, uploadOne } from './attachments';

/** What an invoice or bill is made with besides, once it is saved: its files, then its mail. */
const attachFiles: Fields = {
	attachFiles: text('Attach Input Files', {
		description: 'Names of binary fields, with commas between them; one call for each, once it is saved',
		placeholder: 'e.g. data',
	}),
};
const emailIt: Fields = {
	emailIt: flag('Email It', 'Whether Xero mails the approved invoice to its contact; one call'),
};

type Fault = Omit<Finding, 'items'>;

/** What became of one file; a part of people's workflows. */
interface FileResult {
	readonly name: string;
	readonly ok: boolean;
	/** Why it is not attached. */
	readonly says?: string;
}

/** What is asked for and cannot be done, found before anything is sent. */
function faultsOf(body: IDataObject, { options, binary }: ItemGiven): Fault[] {
	const has = Object.keys(binary).join(', ');
	const missing = namesIn(options.attachFiles)
		.filter((name) => !Object.hasOwn(binary, name))
		.map((name): Fault => ({
			place: ['Attach Input Files'],
			value: shown(name),
			says: 'the item has no binary data under this name',
			todo: has ? `It has ${has}` : 'It has none: read or download the file in a node before this one',
		}));
	const names = namesIn(options.attachFiles).map((name) => (binary[name]?.fileName ?? name).toLowerCase());
	const twin = names.find((name, index) => names.indexOf(name) !== index);
	if (twin !== undefined)
		missing.push({
			place: ['Attach Input Files'],
			value: shown(twin),
			says: 'is the name of two files, of which Xero would keep one',
			todo: 'Rename one of them before this node',
		});
	const isDraft = !['AUTHORISED', 'SUBMITTED'].includes(String(body.Status ?? 'DRAFT').toUpperCase());
	return options.emailIt === true && isDraft
		? [...missing, { place: ['Email It'], says: 'Xero mails no draft', todo: 'Choose Status Approved, or leave Email It out' }]
		: missing;
}

/** Attaches the files one after another: Xero changes the same document with each. What fails is told, and the next one tried. */
async function filesOf(then: AfterSaveContext, path: string): Promise<FileResult[]> {
	const results: FileResult[] = [];
	for (const property of namesIn(then.options.attachFiles)) {
		let name = property;
		try {
			const file = await then.readBinary(property);
			name = file.name;
			await uploadOne(then, `${path}/Attachments`, file, 'PUT');
			results.push({ name, ok: true });
		} catch (cause) {
			results.push({ name, ok: false, says: reasonOf(cause) });
		}
	}
	return results;
}

async function mail(then: AfterSaveContext, path: string): Promise<{ readonly ok: boolean; readonly says?: string }> {
	try {
		await then.request({ method: 'POST', path: `${path}/Email`, step: 'mail' });
		return { ok: true };
	} catch (cause) {
		return { ok: false, says: reasonOf(cause) };
	}
}

/**
 * A create that attaches the item's files and, for sales invoices, has Xero mail the document: in this order, once it is saved. What fails
 * then leaves the document as it is, and is told in its row (`_files`, `_emailed`) and below the output.
 */
export const withFiles = (kind: RecordType, row: Operation, isSale: boolean): Operation => ({
	...row,
	query: { ...row.query, ...attachFiles, ...(isSale ? emailIt : {}) },
	keepsToItself: ['attachFiles', 'emailIt'],
	validate: (body, given) => [...[row.validate?.(body, given) ?? []].flat(), ...(given ? faultsOf(body, given) : [])],
	afterSaveIf: ({ attachFiles: files, emailIt: mailed }) => namesIn(files).length > 0 || mailed === true,
	afterSave: async (record, then) =>
		await then.limited(async () => {
			const path = `/${kind.path}/${String(record[kind.id])}`;
			const files = await filesOf(then, path);
			const mailed = then.options.emailIt === true ? await mail(then, path) : undefined;
			const number = String(record.InvoiceNumber ?? '') || String(record[kind.id]);
			for (const { name, says } of files.filter(({ ok }) => !ok))
				then.warn({
					place: ['Attach Input Files'],
					value: shown(name),
					says: `is not attached to ${number}: ${says ?? ''}`,
					todo: 'Use Add Attachment for it',
				});
			if (mailed && !mailed.ok)
				then.warn({ place: ['Email It'], says: `${number} is not mailed: ${mailed.says ?? ''}`, todo: 'Use Send Email for it' });
			return {
				...record,
				...(files.length ? { _files: files as unknown as IDataObject[] } : {}),
				...(mailed ? { _emailed: mailed.ok } : {}),
			};
		}),
});
