import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { execute } from '../../../nodes/shared/execute';
import { projects } from '../../../nodes/XeroProjects/projects';
import type { Fake, Reply, Sent } from '../../fakeContext';
import { fakeExecute } from '../../fakeContext';
import { byId } from '../../panel/examples/example';

const organisation = byId('0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d');
const BASE = 'https://api.xero.com/projects.xro/2.0';

/** A call below the API's path, e.g. 'PUT /Projects/6c0d…'. */
export const callOf = ({ method, host, path }: Sent): string => `${method} ${`${host}${path}`.replace(BASE, '')}`;

/** What came of a run: its items, the calls it made, and the message and description it ended with ('' when it did not). */
export interface Came {
	readonly items: readonly INodeExecutionData[];
	readonly json: readonly IDataObject[];
	readonly calls: readonly string[];
	readonly sent: readonly Sent[];
	readonly error: string;
}

/** Runs an operation over one item for each set of parameters; `reply` is Xero. */
export async function act(
	what: string,
	parameters: readonly IDataObject[],
	reply: (sent: Sent, index: number) => Reply,
	more: Partial<Fake> = {},
): Promise<Came> {
	const [resource, operation] = what.split('.');
	const { ctx, requests } = fakeExecute({
		parameters: parameters.map((one) => ({ organisation, resource, operation, ...one })),
		reply,
		...more,
	});
	const seen = () => ({ calls: requests.map(callOf), sent: requests });
	try {
		const [items = []] = await execute(projects, ctx);
		return { items, json: items.map(({ json }) => json), error: '', ...seen() };
	} catch (cause) {
		const { message, description } = cause as Error & { description?: string };
		return { items: [], json: [], error: `${message}\n${description ?? ''}`, ...seen() };
	}
}
