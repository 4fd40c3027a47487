import uniqWith from 'lodash/uniqWith';
import type { IDataObject } from 'n8n-workflow';
import { flag, text } from '../../shared/inputs/scalars';
import type { AfterSaveContext, Binaries } from '../../shared/model/context';
import { reasonOf, stateOf } from '../../shared/model/errorState';
import type { Fields } from '../../shared/model/field';
import type { Finding } from '../../shared/model/findings';
import { shown } from '../../shared/model/findings';
import type { ItemGiven, Operation, RecordType } from '../../shared/model/operation';
import { cannotBeSent, namesIn, uploadOne } from './attachments';

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

/** A file to attach: its binary field, and in which of the items that make the document it is. */
interface InputFile {
	readonly property: string;
	readonly line: number;
	readonly name: string;
	readonly content: string;
}

/** The files of all lines of a document, each once: lines made of one mail have its file all of them. */
function filesIn(given: unknown, binaries: Binaries): InputFile[] {
	const all = namesIn(given).flatMap((property) =>
		binaries.flatMap((binary, line): InputFile[] => {
			if (!Object.hasOwn(binary, property)) return [];
			const { fileName = property, id, data } = binary[property]!;
			return [{ property, line, name: fileName, content: id ?? data }];
		}),
	);
	return uniqWith(all, (one, other) => one.name === other.name && one.content === other.content);
}

/** What is wrong with the files that are asked for. */
function fileFaults(given: unknown, binaries: Binaries): Fault[] {
	const fault = (value: string, says: string, todo: string): Fault => ({
		place: ['Attach Input Files'],
		value: shown(value),
		says,
		todo,
	});
	const has = [...new Set(binaries.flatMap(Object.keys))].join(', ');
	const files = filesIn(given, binaries);
	const names = files.map(({ name }) => name.toLowerCase());
	const twin = names.find((name, index) => names.indexOf(name) !== index);
	return [
		...namesIn(given)
			.filter((name) => !binaries.some((binary) => Object.hasOwn(binary, name)))
			.map((name) =>
				fault(
					name,
					'the item has no binary data under this name',
					has ? `It has ${has}` : 'It has none: read or download the file in a node before this one',
				),
			),
		...files
			.filter(({ name }) => cannotBeSent(name))
			.map(({ name }) => fault(name, 'is no name for an attachment', 'Rename the file before this node')),
		...(twin === undefined
			? []
			: [fault(twin, 'is the name of two files, of which Xero would keep one', 'Rename one of them before this node')]),
	];
}

/** What is asked for and cannot be done, found before anything is sent. */
function faultsOf(body: IDataObject, { options, binaries }: ItemGiven): Fault[] {
	const isDraft = !['AUTHORISED', 'SUBMITTED'].includes(String(body.Status ?? 'DRAFT').toUpperCase());
	const mailFault: Fault = {
		place: ['Email It'],
		says: 'Xero mails no draft',
		todo: 'Choose Status Approved (in JSON AUTHORISED), or leave Email It out',
	};
	return [...fileFaults(options.attachFiles, binaries), ...(options.emailIt === true && isDraft ? [mailFault] : [])];
}

/** Why something is not done, and whether it may be done all the same: Xero's answer did not come. */
const failureIn = (cause: unknown): { readonly ok: false; readonly says: string; readonly isOpen: boolean } => {
	const { state, open } = stateOf(cause) ?? {};
	return { ok: false, says: reasonOf(cause), isOpen: state === 'unconfirmed' || open === true };
};

/** Attaches the files one after another: Xero changes the same document with each. What fails is told, and the next one tried. */
async function filesOf(then: AfterSaveContext, path: string, number: string): Promise<FileResult[]> {
	const results: FileResult[] = [];
	for (const { property, line, name } of filesIn(then.options.attachFiles, then.binaries)) {
		try {
			await uploadOne(then, `${path}/Attachments`, await then.readBinary(property, line), 'PUT');
			results.push({ name, ok: true });
		} catch (cause) {
			const { ok, says, isOpen } = failureIn(cause);
			results.push({ name, ok, says });
			then.warn({
				place: ['Attach Input Files'],
				value: shown(name),
				says: `${isOpen ? 'may not be' : 'is not'} attached to ${number}: ${says}`,
				todo: isOpen ? 'Look at it in Xero' : 'Use Add Attachment for it',
			});
		}
	}
	return results;
}

/**
 * Has Xero mail the document.
 * @returns whether it did; null where it is open, so that nobody is mailed a second time
 */
async function mail(then: AfterSaveContext, path: string, number: string): Promise<boolean | null> {
	try {
		await then.request({ method: 'POST', path: `${path}/Email`, step: 'mail' });
		return true;
	} catch (cause) {
		const { says, isOpen } = failureIn(cause);
		then.warn({
			place: ['Email It'],
			says: `${number} ${isOpen ? 'may or may not be' : 'is not'} mailed: ${says}`,
			todo: isOpen ? 'Look at its history in Xero before you use Send Email' : 'Use Send Email for it',
		});
		return isOpen ? null : false;
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
			const number = String(record.InvoiceNumber ?? '') || String(record[kind.id]);
			const files = await filesOf(then, path, number);
			const mailed = then.options.emailIt === true ? { _emailed: await mail(then, path, number) } : {};
			return { ...record, ...(files.length ? { _files: files as unknown as IDataObject[] } : {}), ...mailed };
		}),
});
