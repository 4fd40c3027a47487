import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../../nodes/shared/model/currency';
import { makeDatesIso } from '../../../nodes/shared/model/xeroDates';
import type { DocumentList } from '../../../nodes/XeroReports/facts/documents';
import { documentOf } from '../../../nodes/XeroReports/facts/documents';
import { minorOf } from '../../../nodes/XeroReports/facts/money';
import { paymentOf } from '../../../nodes/XeroReports/facts/payments';
import type { OwingRecords, Side } from '../../../nodes/XeroReports/folds/settlements';
import { documentsToRead } from '../../../nodes/XeroReports/folds/settlements';
import type { Organisation } from '../../../sandbox/organisations';
import type { Answer, Desk } from '../../sandbox/accounting/desk';
import { openDesk } from '../../sandbox/accounting/desk';
import { byAccount, table } from '../../sandbox/accounting/reading';

const DATES = { calendarDates: new Set(['Date', 'DueDate']) };
const CREDITS = ['CreditNotes', 'Overpayments', 'Prepayments'] as const;
const TYPES: Readonly<Record<Side, string>> = { receivable: 'ACCREC', payable: 'ACCPAY' };

/** An organisation of the sandbox as its API shows it, asked as the loader of the reports asks Xero. */
export class Books {
	private readonly desk: Desk;
	private readonly system: ReadonlyMap<string, string>;
	readonly baseCurrency: string;
	readonly baseDecimals: number;

	constructor({ tenantId, baseCurrency }: Organisation) {
		this.desk = openDesk('demo', undefined, undefined, tenantId);
		this.baseCurrency = baseCurrency;
		this.baseDecimals = decimalsOf(baseCurrency);
		this.system = new Map(this.all('Accounts', '').map((one) => [String(one.SystemAccount), String(one.AccountID)]));
	}

	/** All pages of a list. */
	private all(list: string, query: string): IDataObject[] {
		const found: IDataObject[] = [];
		for (let page = 1; ; page += 1) {
			const answer = this.desk.call('GET', `/${list}?${query}&page=${page}&pageSize=1000`);
			const records = (answer.at(list) ?? []) as IDataObject[];
			makeDatesIso(records, DATES);
			found.push(...records);
			if (records.length < 1000) return found;
		}
	}

	private documents(list: DocumentList, query: string): OwingRecords['documents'] {
		return this.all(list, query).map((record) => documentOf(list, record, this.baseCurrency));
	}

	/** What has to be read of a side as of a day, in the calls of section 4.1. */
	load(asOf: string, side: Side): OwingRecords {
		const day = `DateTime(${asOf.split('-').map(Number).join(',')})`;
		const where = (expression: string): string => `where=${encodeURIComponent(expression)}`;
		const open = this.documents('Invoices', `Statuses=AUTHORISED&${where(`Type=="${TYPES[side]}"&&Date<=${day}`)}`);
		const later = this.documents('Invoices', `Statuses=AUTHORISED,PAID&${where(`Type=="${TYPES[side]}"&&Date>${day}`)}`);
		const payments = this.all('Payments', where(`Status=="AUTHORISED"&&Date>${day}`)).flatMap(
			(record) => paymentOf(record, this.baseCurrency) ?? [],
		);
		const credits = CREDITS.flatMap((list) => this.documents(list, ''));
		const read = { documents: [...open, ...later, ...credits], payments };
		const ids = documentsToRead(read, asOf, side).map(({ id }) => id);
		const paidSince = Array.from({ length: Math.ceil(ids.length / 40) }, (_, index) =>
			this.documents('Invoices', `IDs=${ids.slice(index * 40, index * 40 + 40).join(',')}`),
		);
		return { documents: [...read.documents, ...paidSince.flat()], payments };
	}

	/** Writes a record, and gives what is at a path of the answer. */
	put(path: string, body: IDataObject, at = ''): string {
		const answer = this.desk.call('PUT', path, body);
		if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
		return answer.id(at);
	}

	/** What the trial balance has on the control account, in minor units, above zero for what is owed. */
	controlBalance(asOf: string, side: Side): bigint {
		const rows = byAccount(this.desk.call('GET', `/Reports/TrialBalance?date=${asOf}`));
		const id = this.system.get(side === 'receivable' ? 'DEBTORS' : 'CREDITORS') ?? '';
		const [, , debit = 0, credit = 0] = rows.get(id) ?? [];
		return BigInt(side === 'receivable' ? debit - credit : credit - debit);
	}

	/** The sum of Due in the sandbox's own aged report of a contact, which adds up currencies as they are. */
	agedByContact(asOf: string, side: Side, contactId: string): bigint {
		const name = side === 'receivable' ? 'AgedReceivablesByContact' : 'AgedPayablesByContact';
		const answer: Answer = this.desk.call('GET', `/Reports/${name}?contactId=${contactId}&date=${asOf}`);
		return minorOf(table(answer).at(-1)?.[7], 2);
	}
}
