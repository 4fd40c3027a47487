import { sentencesOf } from '../shared/model/errorMessages';
import type { Api } from '../shared/model/operation';
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

/** Xero's Files API, version 1.0. */
export const files: Api = {
	name: 'Files',
	basePath: '/files.xro/1.0',
	conventions: {
		calendarDates: new Set(),
		accessRequirements: () => '',
		// Refusals come as an array of { type, title, detail }.
		sentences: (body) => sentencesOf(Array.isArray(body) ? body.map(untitled) : body),
	},
	// The first of them is what a new node shows.
	resources: [apiRequest, file, association, folder, inbox],
};
