import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { execute } from '../../../nodes/shared/run/execute';
import { bankFeeds } from '../../../nodes/XeroBankFeeds/bankFeeds';
import type { Fake, Reply, Sent } from '../../fakeContext';
import { fakeExecute } from '../../fakeContext';

const ORGANISATION = { __rl: true, mode: 'id', value: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' };

/** A GUID that is told from others by its number. */
export const guid = (number: number): string => `6a4b9ff5-3a5f-4321-936b-${String(number).padStart(12, '0')}`;

/** A statement of one line as the panel gives it, for feed connection `number`; `more` takes the place of what is here. */
export const asked = (number: number, more: IDataObject = {}): IDataObject => ({
	organisation: ORGANISATION,
	resource: 'statement',
	operation: 'create',
	feedConnectionId: guid(number),
	startDate: '2026-08-01',
	endDate: '2026-08-31',
	startBalance: '100',
	endBalance: '150.25',
	statementLines: { line: [{ amount: '50.25', postedDate: '2026-08-11' }] },
	...more,
});

/** A feed connection to be made, as the panel gives it. */
export const connecting = (accountToken: string, more: IDataObject = {}): IDataObject => ({
	organisation: ORGANISATION,
	resource: 'feedConnection',
	operation: 'create',
	accountToken,
	additionalFields: { accountNumber: accountToken },
	...more,
});

export const itemsIn = ({ body }: Sent): IDataObject[] => (body as { items: IDataObject[] }).items;

/** Xero's example of a duplicate. */
export const DUPLICATE = {
	type: 'duplicate-statement',
	title: 'Duplicate Statement Received',
	status: 409,
	detail: 'The received statement was marked as a duplicate.',
};

/** The statement as Xero takes it: its ID has the number of its feed connection. */
export const taken = ({ feedConnectionId }: IDataObject): IDataObject => ({
	id: String(feedConnectionId).replace('6a4b9ff5', '97aca24a'),
	feedConnectionId,
	status: 'PENDING',
});

export const rejected = ({ feedConnectionId }: IDataObject, ...errors: IDataObject[]): IDataObject => ({
	feedConnectionId,
	status: 'REJECTED',
	errors,
});

export const answer = (statusCode: number, items: readonly IDataObject[]): Reply => ({ statusCode, body: { items } });

export interface Came {
	readonly items: INodeExecutionData[];
	readonly json: IDataObject[];
	readonly requests: Sent[];
	/** Message and description of what ended the run. */
	readonly error: string;
}

/** Runs the node against answers that a test writes out. */
export async function run(
	fake: Fake,
	until: <T>(running: Promise<T>) => Promise<T> = async (running) => await running,
): Promise<Came> {
	const { ctx, requests } = fakeExecute(fake);
	try {
		const [items = []] = await until(execute(bankFeeds, ctx));
		return { items, json: items.map(({ json }) => json), requests, error: '' };
	} catch (cause) {
		const { message, description } = cause as Error & { description?: string };
		return { items: [], json: [], requests, error: `${message}\n${description ?? ''}` };
	}
}
