import { leapingClock, realClock, scaledClock } from '../sandbox/clock';
import type { Sandbox, SandboxOptions } from '../sandbox/contract';
import { startSandbox } from '../sandbox/server';
import { packLimits } from './contenders';

/** The limits lifted, so that latency and work alone decide. Calls of one organisation at once stay at Xero's five. */
const lifted = { minute: 1_000_000, day: 1_000_000, appMinute: 1_000_000, concurrent: 5 };

export interface Circumstances {
	/** Delay of every answer: real ms, or of Xero's time where its clock leaps. */
	readonly latency?: number;
	/** Xero's own limits hold, on a clock that runs this many times faster, or leaps over all waiting; absent, the limits are lifted. */
	readonly limitedAt?: number | 'leaps';
	/** Share (0..1) of the writes that are done but whose connection is cut before the answer; drawn with `seed`. */
	readonly dropped?: { readonly share: number; readonly seed: number };
	/** Invoices that are there before the node starts. */
	readonly holding?: number;
	/** Lines of each of them; one unless said. */
	readonly lines?: number;
	/** Invoices in the second organisation, which is left empty when absent. */
	readonly beside?: number;
	/** How the sandbox counts, where it is not as it is by itself. */
	readonly counting?: Counting;
}

/** What Xero does not say: whether its minute is a fixed window or slides, and of which moment its headers tell the calls left. */
export type Counting = Required<Pick<SandboxOptions, 'minutes' | 'remainingAt'>>;

export const COUNTINGS: readonly Counting[] = (['fixed', 'sliding'] as const).flatMap((minutes) =>
	(['answer', 'arrival'] as const).map((remainingAt) => ({ minutes, remainingAt })),
);

/** A counting in words, for a cell. */
export const counted = ({ minutes, remainingAt }: Counting): string => `${minutes}, as of the ${remainingAt}`;

/** What an organisation is known by. */
export interface Organisation {
	readonly tenantId: string;
	/** ContactIDs. */
	readonly contacts: readonly string[];
}

/** An organisation with nothing in it but what Xero gives a new one, fifty contacts, and the invoices asked for. */
export class Xero implements Organisation {
	private constructor(
		readonly sandbox: Sandbox,
		readonly tenantId: string,
		readonly contacts: readonly string[],
		/** Another organisation of the same credential. */
		readonly second: Organisation,
		/** Xero's time in ms. */
		readonly now: () => number,
		/** Waits ms of Xero's time. */
		readonly sleep: (ms: number) => Promise<void>,
		/** Waits until Xero answers the next call, or cuts its connection. */
		readonly answered: () => Promise<void>,
	) {}

	/** Starts one, does `work` in it and stops it whatever happens. */
	static async during<T>(circumstances: Circumstances, work: (xero: Xero) => Promise<T>): Promise<T> {
		const xero = await Xero.start(circumstances);
		try {
			return await work(xero);
		} finally {
			Object.assign(packLimits.clock, real);
			await xero.sandbox.stop();
		}
	}

	private static async start(circumstances: Circumstances): Promise<Xero> {
		const { latency = 0, limitedAt, dropped, holding = 0, lines = 1, beside, counting } = circumstances;
		const leaps = limitedAt === 'leaps';
		const clock = leaps ? leapingClock() : limitedAt === undefined ? undefined : scaledClock(limitedAt);
		const timed = clock ? { clock, delays: leaps ? ('clock' as const) : ('real' as const) } : {};
		const waiting: Array<() => void> = [];
		const sandbox = await startSandbox({
			seed: 'empty',
			limits: lifted,
			...timed,
			...counting,
			log: () => waiting.splice(0).forEach((go) => go()),
		});
		const [first, other] = sandbox.organisations;
		const contacts = await stock(sandbox, first!.tenantId, holding, lines);
		const second = {
			tenantId: other!.tenantId,
			contacts: beside === undefined ? [] : await stock(sandbox, other!.tenantId, beside, lines),
		};
		if (limitedAt !== undefined) sandbox.limits = { minute: 60, day: 5000, appMinute: 10_000, concurrent: 5 };
		sandbox.latency = latency;
		if (dropped) sandbox.fail({ match: { path: '/Invoices' }, ...dropped, what: { kind: 'dropAfter' } });
		Object.assign(packLimits.clock, clock ?? real);
		const { now, sleep } = clock ?? { now: () => performance.now(), sleep: realClock.sleep };
		return new Xero(sandbox, first!.tenantId, contacts, second, now, sleep, () => new Promise((go) => void waiting.push(go)));
	}

	/** Names of the invoices that workflows wrote, one per record: twice when it was written twice. */
	written(tenantId = this.tenantId): string[] {
		return this.sandbox.records(tenantId, 'Invoices').map(({ Reference }) => String(Reference));
	}

	/** InvoiceIDs of all there are. */
	ids(tenantId = this.tenantId): string[] {
		return this.sandbox.records(tenantId, 'Invoices').map(({ InvoiceID }) => String(InvoiceID));
	}
}

/** The clock that the pack comes with. */
const real = { ...packLimits.clock };

const stocked = (contact: string, index: number, lines: number): object => ({
	Type: 'ACCREC',
	Contact: { ContactID: contact },
	Reference: `stock-${index}`,
	LineItems: Array.from({ length: lines }, () => ({
		Description: 'Consulting',
		Quantity: 1,
		UnitAmount: 100,
		AccountCode: '200',
		TaxType: 'NONE',
	})),
});

/** Fills an organisation, and gives the ContactIDs of its contacts. */
async function stock(sandbox: Sandbox, tenantId: string, holding: number, lines: number): Promise<string[]> {
	const put = writer(sandbox, tenantId);
	const named = Array.from({ length: 50 }, (_, index) => ({ Name: `Customer ${index + 1}` }));
	const contacts = (await put('Contacts', named)).map(({ ContactID }) => String(ContactID));
	for (let done = 0; done < holding; done += 50) {
		const some = contacts.slice(0, holding - done).map((contact, index) => stocked(contact, done + index, lines));
		await put('Invoices', some);
	}
	return contacts;
}

/** Writes records as another app would: whose calls are no part of a measurement. */
export function writer(sandbox: Sandbox, tenantId: string) {
	// Another app: Xero counts calls for each app and organisation, and this one's are not part of the measurement.
	const { access_token: token } = sandbox.issue({ app: 'pkce', tenants: [tenantId] });
	return async (plural: string, records: readonly object[]): Promise<Array<Record<string, unknown>>> => {
		const response = await fetch(`${sandbox.url}/api.xro/2.0/${plural}`, {
			method: 'PUT',
			headers: {
				accept: 'application/json',
				'content-type': 'application/json',
				authorization: `Bearer ${token}`,
				'xero-tenant-id': tenantId,
			},
			body: JSON.stringify({ [plural]: records }),
		});
		if (!response.ok) throw new Error(`The sandbox refused ${plural}: ${response.status} ${await response.text()}`);
		const answer = (await response.json()) as Record<string, Array<Record<string, unknown>>>;
		return answer[plural]!;
	};
}
