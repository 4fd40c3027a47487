import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { execute } from '../../nodes/shared/run/execute';
import type { Api } from '../../nodes/shared/model/operation';
import type { Fake, Reply, Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import { byId } from '../examples/example';

const organisation = byId('0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d');

/** What came of a run: its items, the calls it made, and the message and description it ended with ('' when it did not). */
export interface Came {
	readonly items: readonly INodeExecutionData[];
	readonly json: readonly IDataObject[];
	readonly calls: readonly string[];
	readonly sent: readonly Sent[];
	readonly error: string;
}

/**
 * Runs operations of an API over one item for each set of parameters; `reply` is Xero. Calls are told with their path below the
 * API's, as 'PUT /Files/5b0d…?page=1'.
 */
export const acting =
	(api: Api) =>
	async (
		what: string,
		parameters: readonly IDataObject[],
		reply: (sent: Sent, index: number) => Reply,
		more: Partial<Fake> = {},
	): Promise<Came> => {
		const [resource, operation] = what.split('.');
		const { ctx, requests } = fakeExecute({
			parameters: parameters.map((one) => ({ organisation, resource, operation, ...one })),
			reply,
			...more,
		});
		const base = `https://api.xero.com${api.basePath}`;
		const seen = () => ({
			calls: requests.map(({ method, options }) => `${method} ${options.url.replace(base, '')}`),
			sent: requests,
		});
		try {
			const [items = []] = await execute(api, ctx);
			return { items, json: items.map(({ json }) => json), error: '', ...seen() };
		} catch (cause) {
			const { message, description } = cause as Error & { description?: string };
			return { items: [], json: [], error: `${message}\n${description ?? ''}`, ...seen() };
		}
	};

/** An item with files in its binary fields: [field, file name, type, content]. */
export const holding = (
	...files: ReadonlyArray<readonly [field: string, name: string, type: string, content: string]>
): INodeExecutionData => ({
	json: {},
	binary: Object.fromEntries(
		files.map(([field, fileName, mimeType, content]) => [
			field,
			{ fileName, mimeType, data: Buffer.from(content).toString('base64') },
		]),
	),
});
