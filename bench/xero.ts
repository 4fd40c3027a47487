import { scaledClock } from '../sandbox/clock';
import type { Sandbox, SandboxOptions } from '../sandbox/contract';
import { startSandbox } from '../sandbox/server';
import { packLimits } from './contenders';

/** The limits lifted, so that latency and work alone decide. Calls of one organisation at once stay at Xero's five. */
const lifted = { minute: 1_000_000, day: 1_000_000, appMinute: 1_000_000, concurrent: 5 };

export interface Circumstances {
	/** Delay of every answer in real ms. */
	readonly latency?: number;
	/** Xero's own limits hold, on a clock that runs this many times faster; absent, the limits are lifted. */
	readonly limitedAt?: number;
	/** Share (0..1) of the writes that are done but whose connection is cut before the answer; drawn with `seed`. */
	readonly dropped?: { readonly share: number; readonly seed: number };
	/** Invoices that are there before the node starts. */
	readonly holding?: number;
}

/** An organisation with nothing in it but what Xero gives a new one, fifty contacts, and the invoices asked for. */
export class Xero {
	private constructor(
		readonly sandbox: Sandbox,
		readonly tenantId: string,
		/** Their ContactIDs. */
		readonly contacts: readonly string[],
		/** Xero's time in ms. */
		readonly now: () => number,
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

	private static async start({ latency = 0, limitedAt, dropped, holding = 0 }: Circumstances): Promise<Xero> {
		const clock = limitedAt === undefined ? undefined : scaledClock(limitedAt);
		const options: SandboxOptions = { seed: 'empty', limits: lifted, ...(clock ? { clock } : {}) };
		const sandbox = await startSandbox(options);
		const tenantId = sandbox.organisations[0]!.tenantId;
		const put = writer(sandbox, tenantId);
		const named = Array.from({ length: 50 }, (_, index) => ({ Name: `Customer ${index + 1}` }));
		const contacts = (await put('Contacts', named)).map(({ ContactID }) => String(ContactID));
		for (let done = 0; done < holding; done += 50) {
			const stock = contacts.slice(0, holding - done).map((contact, index) => stocked(contact, done + index));
			await put('Invoices', stock);
		}
		if (limitedAt !== undefined) sandbox.limits = { minute: 60, day: 5000, appMinute: 10_000, concurrent: 5 };
		sandbox.latency = latency;
		if (dropped) sandbox.fail({ match: { path: '/Invoices' }, ...dropped, what: { kind: 'dropAfter' } });
		Object.assign(packLimits.clock, clock ?? real);
		return new Xero(sandbox, tenantId, contacts, clock ? () => clock.now() : () => performance.now());
	}

	/** Names of the invoices that workflows wrote, one per record: twice when it was written twice. */
	written(): string[] {
		return this.sandbox.records(this.tenantId, 'Invoices').map(({ Reference }) => String(Reference));
	}

	/** InvoiceIDs of all there are. */
	ids(): string[] {
		return this.sandbox.records(this.tenantId, 'Invoices').map(({ InvoiceID }) => String(InvoiceID));
	}
}

/** The clock that the pack comes with. */
const real = { ...packLimits.clock };

const stocked = (contact: string, index: number): object => ({
	Type: 'ACCREC',
	Contact: { ContactID: contact },
	Reference: `stock-${index}`,
	LineItems: [{ Description: 'Consulting', Quantity: 1, UnitAmount: 100, AccountCode: '200', TaxType: 'NONE' }],
});

function writer(sandbox: Sandbox, tenantId: string) {
	// Another app: Xero counts calls for each app and organisation, and this one's are not part of the measurement.
	const { access_token: token } = sandbox.issue({ app: 'pkce' });
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
