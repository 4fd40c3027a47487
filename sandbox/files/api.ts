import type { Clock } from '../contract';
import type { Organisation } from '../organisations';
import type { Route, SandboxApi } from '../route';
import { associationRoutes } from './associations';
import { type Cabinet, fileBody, folderBody } from './cabinet';
import { fileRoutes } from './filing';
import { folderRoutes } from './folders';
import type { Objects } from './objects';
import { notFound, Refusal, refuse } from './replies';
import { seededCabinet } from './seed';

/*
 * What this rests on, by the marks of the evidence: [S] Xero's OpenAPI file, [N] what the official Node SDK sends, [R] a third party's
 * reading of Xero's pages, [M] a guess. Guesses are on the strict side. What is neither here nor quoted at the code is in the OpenAPI file.
 *
 * | rule | mark |
 * |---|---|
 * | Moments without a zone and with seven decimals; bare arrays for folders and associations, {TotalCount, Page, PerPage, Items} for files | S (examples) |
 * | Refusals are arrays of {type, title, detail}: "Extension: boo is not a valid File extension.", "Name contains one or more bad characters", "Object is not a Account", Rename failed | S (examples) |
 * | Every other sentence, and the array of a 404 and of what the gateway refuses | M |
 * | The form: text fields name, filename, mimeType and one file, in a field of any name, with or without a filename of its own | S, N |
 * | The file's name is the first of name, filename, the part's filename, the field that has an extension | M |
 * | Extensions that are taken | R |
 * | Bad characters: control characters, slashes, angle brackets; quotes and all of Unicode are taken | M |
 * | The type is mimeType, else the part's own unless it says nothing, else the extension's | M |
 * | Names of files need not be unique in a folder | S (example) |
 * | Empty files, two files in a form, bodies that are no form: 400 | M |
 * | Files may be as large as a request | R (10 MB) |
 * | A new name must have an extension that is taken, else Rename failed | S (example: FooBar), M |
 * | pagesize above 100, page below 1, unknown sort or direction: 400 | M |
 * | Without sort and direction the newest file comes first; direction alone sorts by creation; sort may carry the direction ("CreatedDateUTC DESC") | S (examples), M |
 * | Folders: unique names; Size sorts by what is in them; in order of creation without sort | M |
 * | The Inbox cannot be renamed or deleted | S |
 * | Files of a deleted folder go to the Inbox | M |
 * | Associations: ObjectId must be a record of the ObjectGroup; ObjectType must belong to it and is the record's own when absent; the same again changes nothing | S (example), M |
 * | SendWithObject may be sent and is false otherwise; with name, size and dates it is in /Associations/{ObjectId} only | S, M |
 * | An object without files has an empty list and counts 0; deleting a file deletes its associations | M, S |
 * | The content comes with a Content-Disposition | M |
 */

/**
 * Xero's Files API over files in memory, one cabinet for each organisation: of seed 'demo' 130 files in six folders, of 'small' five
 * in three, of 'empty' only the Inbox. `objects` are the records that files can be tied to.
 */
export function files(options: {
	clock: Clock;
	seed: 'demo' | 'small' | 'empty';
	organisations: readonly Organisation[];
	objects: Objects;
}): SandboxApi {
	const { clock, seed, organisations, objects } = options;
	const cabinets = new Map<string, Cabinet>();
	for (const organisation of organisations)
		cabinets.set(organisation.tenantId.toLowerCase(), seededCabinet(organisation, seed, objects, clock.now()));
	const routes = [...fileRoutes, ...folderRoutes, ...associationRoutes(objects)].map((route): Route => ({
		...route,
		handle(request) {
			const cabinet = cabinets.get(request.tenantId.toLowerCase());
			try {
				if (!cabinet) throw notFound();
				return route.handle(cabinet, request);
			} catch (refusal) {
				if (refusal instanceof Refusal) return refusal.reply;
				throw refusal;
			}
		},
	}));
	return {
		name: 'Files',
		basePath: '/files.xro/1.0',
		routes,
		refuse,
		restorePoint() {
			const back = [...cabinets.values()].map((cabinet) => cabinet.restorePoint());
			return () => back.forEach((restore) => restore());
		},
		records(tenantId, plural) {
			const cabinet = cabinets.get(tenantId.toLowerCase());
			if (!cabinet) return [];
			if (plural === 'Files') return structuredClone([...cabinet.files.values()].map((row) => fileBody(row, (iso) => iso)));
			if (plural === 'Folders') return [...cabinet.folders.values()].map((row) => folderBody(cabinet, row));
			return plural === 'Associations' ? cabinet.associations.map((row) => ({ ...row })) : [];
		},
	};
}
