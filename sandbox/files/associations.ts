import { isGuid } from '../accounting/resource/input';
import { pathParameter, query } from '../accounting/resource/request';
import type { Reply, SandboxRequest } from '../route';
import { associationBody, type AssociationRow, type Cabinet, type FileRow, moment } from './cabinet';
import { cut, pageOf, sorted, type SortKeys } from './listing';
import { groupOf, groups, type Objects, typeOf, typeOfRecord } from './objects';
import { invalid, jsonObject, notFound, textOf } from './replies';
import { type CabinetRoute, fileAt, now, read, write } from './routes';

type Tied = AssociationRow & { file: FileRow };

const sortKeys: SortKeys<Tied> = {
	Name: ({ file }) => file.Name.toLowerCase(),
	Size: ({ file }) => file.bytes.length,
	AssociationDateUtc: (row) => row.AssociationDateUtc,
	CreatedDateUtc: ({ file }) => file.CreatedDateUtc,
};

/** What a body ties a file to, checked against the books. @throws 400 */
function asked(objects: Objects, request: SandboxRequest): Omit<AssociationRow, 'FileId' | 'AssociationDateUtc'> {
	const body = jsonObject(request.body);
	const [id, groupName, typeName] = [textOf(body, 'ObjectId'), textOf(body, 'ObjectGroup'), textOf(body, 'ObjectType')];
	if (id === undefined || !isGuid(id)) throw invalid('ObjectId must be provided and be a GUID.');
	const group = groupOf(groupName ?? '');
	if (!group) throw invalid(`ObjectGroup must be one of ${Object.keys(groups).join(', ')}.`);
	const record = objects.find(request.tenantId, group, id);
	// Xero's own words, article included.
	if (!record) throw invalid(`Object is not a ${group}`);
	const type = typeName === undefined ? typeOfRecord(group, record) : typeOf(group, typeName);
	if (type === undefined) throw invalid(`Object is not a ${typeName}`);
	const send = body['SendWithObject'] ?? false;
	if (typeof send !== 'boolean') throw invalid('SendWithObject must be true or false.');
	return { ObjectId: id.toLowerCase(), ObjectGroup: group, ObjectType: type, SendWithObject: send };
}

/** Ties a file to a record once, however often it is asked. */
function create(objects: Objects, cabinet: Cabinet, request: SandboxRequest): Reply {
	const { Id: FileId } = fileAt(cabinet, request);
	const tie = asked(objects, request);
	const known = cabinet.associations.find((row) => row.FileId === FileId && row.ObjectId === tie.ObjectId);
	const row = known ?? { FileId, ...tie, AssociationDateUtc: now(request) };
	if (!known) cabinet.associations = [...cabinet.associations, row];
	return { status: 201, body: associationBody(row) };
}

function ofObject(cabinet: Cabinet, request: SandboxRequest): Reply {
	const page = pageOf(request);
	const id = pathParameter(request, 'ObjectId').toLowerCase();
	const rows = cabinet.associations.flatMap((row): Tied[] => {
		const file = cabinet.files.get(row.FileId);
		return file && row.ObjectId === id ? [{ ...row, file }] : [];
	});
	const body = cut(sorted(request, rows, sortKeys), page).map((row) => ({
		SendWithObject: row.SendWithObject,
		Name: row.file.Name,
		Size: row.file.bytes.length,
		CreatedDateUtc: moment(row.file.CreatedDateUtc),
		AssociationDateUtc: moment(row.AssociationDateUtc),
		...associationBody(row),
	}));
	return { body };
}

function count(cabinet: Cabinet, request: SandboxRequest): Reply {
	const ids = (query(request, 'ObjectIds') ?? '').split(',').map((id) => id.trim());
	if (!ids.every(isGuid)) throw invalid('ObjectIds must be a comma-separated list of GUIDs.');
	const of = (id: string): number => cabinet.associations.filter(({ ObjectId }) => ObjectId === id.toLowerCase()).length;
	return { body: Object.fromEntries(ids.map((id) => [id, of(id)])) };
}

/** What ties files to records; `objects` are the records there are. */
export function associationRoutes(objects: Objects): readonly CabinetRoute[] {
	return [
		{
			operationId: 'getFileAssociations',
			method: 'GET',
			path: '/Files/{FileId}/Associations',
			scopes: read,
			handle(cabinet, request) {
				const { Id } = fileAt(cabinet, request);
				return { body: cabinet.associations.filter(({ FileId }) => FileId === Id).map(associationBody) };
			},
		},
		{
			operationId: 'createFileAssociation',
			method: 'POST',
			path: '/Files/{FileId}/Associations',
			scopes: write,
			handle: (cabinet, request) => create(objects, cabinet, request),
		},
		{
			operationId: 'deleteFileAssociation',
			method: 'DELETE',
			path: '/Files/{FileId}/Associations/{ObjectId}',
			scopes: write,
			handle(cabinet, request) {
				const { Id } = fileAt(cabinet, request);
				const object = pathParameter(request, 'ObjectId').toLowerCase();
				const rest = cabinet.associations.filter(({ FileId, ObjectId }) => FileId !== Id || ObjectId !== object);
				if (rest.length === cabinet.associations.length) throw notFound();
				cabinet.associations = rest;
				return { status: 204 };
			},
		},
		{ operationId: 'getAssociationsByObject', method: 'GET', path: '/Associations/{ObjectId}', scopes: read, handle: ofObject },
		{ operationId: 'getAssociationsCount', method: 'GET', path: '/Associations/Count', scopes: read, handle: count },
	];
}
