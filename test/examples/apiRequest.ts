import type { Examples } from './example';

/** API Request is the same in every node: one call with everything it has, and one with a file on either way. */
export const apiRequestBy = (largestPage: number): Examples => ({
	send: [
		{
			parameters: [
				{
					method: 'POST',
					path: '/Things/Tomorrow',
					options: {
						body: '{ "name": "New" }',
						headers: { header: [{ name: 'X-Example', value: 'yes' }] },
						queryParameters: { parameter: [{ name: 'page', value: '2' }] },
					},
				},
			],
			replies: [{ body: { id: 'x' } }],
			sends: [
				{
					method: 'POST',
					path: '/Things/Tomorrow',
					query: { page: '2' },
					headers: { 'X-Example': 'yes' },
					body: { name: 'New' },
				},
			],
		},
		{
			parameters: [{ method: 'GET', path: '/Things', options: { allPages: true } }],
			replies: [1, largestPage].map((pageSize) => ({
				body: { pagination: { page: 1, pageSize, pageCount: 1, itemCount: 1 }, items: [{ id: 'x' }] },
			})),
			sends: [
				{ method: 'GET', path: '/Things', query: { page: '1', pageSize: '1' } },
				{ method: 'GET', path: '/Things', query: { page: '1', pageSize: String(largestPage) } },
			],
		},
		{
			parameters: [{ method: 'PUT', path: '/Things/a.txt', options: { inputDataFieldName: 'data', binary: true } }],
			items: [{ json: {}, binary: { data: { fileName: 'a.txt', mimeType: 'text/plain', data: 'YQ==' } } }],
			replies: [{ headers: { 'content-type': 'text/plain' }, body: Buffer.from('a') }],
			sends: [
				{
					method: 'PUT',
					path: '/Things/a.txt',
					headers: { Accept: '*/*', 'Content-Type': 'text/plain' },
					body: Buffer.from('a'),
				},
			],
		},
	],
});

/** Where nothing is said of the size of pages. */
export const apiRequest: Examples = apiRequestBy(1000);
