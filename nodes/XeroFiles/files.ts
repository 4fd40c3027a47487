import { sentencesOf } from '../shared/model/errorMessages';
import type { IDataObject } from 'n8n-workflow';
import type { Api, ListSize } from '../shared/model/operation';
import type { Paging } from '../shared/model/request';
import { apiRequest } from '../shared/operations/apiRequest';
import { association } from './resources/association';
import { file } from './resources/file';
import { folder } from './resources/folder';
import { inbox } from './resources/inbox';

/** One refusal without its title, which only names the kind of what its detail says. */
const untitled = (one: unknown): unknown => {
	if (one === null || typeof one !== 'object' || !('detail' in one) || typeof one.detail !== 'string' || one.detail === '')
		return one;
	return one.detail;
};

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** How Files count a list. */
const listSize = ({ TotalCount, PerPage }: IDataObject): ListSize => ({
	...(typeof TotalCount === 'number' ? { total: TotalCount } : {}),
	...(count(TotalCount) > 0 && count(PerPage) > 0 ? { pages: Math.ceil(count(TotalCount) / count(PerPage)) } : {}),
});

/** They want the size of a page in lower case. */
const paging = (_name: string, body: IDataObject): Paging | undefined =>
	listSize(body).total === undefined ? undefined : { by: 'page', size: 100, sizeName: 'pagesize' };

/** What a person would call a folder or a file. */
const recordName = ({ Name }: IDataObject): { readonly reference: string; readonly name: string } => {
	const name = typeof Name === 'string' ? Name.slice(0, 60) : '';
	return { reference: name, name };
};

/** Xero's Files API, version 1.0. */
export const files: Api = {
	name: 'Files',
	basePath: '/files.xro/1.0',
	conventions: {
		calendarDates: new Set(),
		accessRequirements: () => '',
		trimmed: new Set(['Name']),
		listSize,
		recordName,
		// Refusals come as an array of { type, title, detail }.
		sentences: (body) => sentencesOf(Array.isArray(body) ? body.map(untitled) : body),
	},
	// The first of them is what a new node shows.
	resources: [apiRequest(paging), file, association, folder, inbox],
};
