import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../../shared/model/context';
import { NO_RECORD } from '../../shared/model/findings';
import { objectsIn } from '../../shared/model/values';
import { valueOf } from '../../shared/operations/crud';
import type { ItemList } from '../builders/journalEntries';
import type { PayRunJournal } from '../builders/payRunJournal';
import { DEDUCTION_TYPE, EARNINGS_RATE, REIMBURSEMENT_TYPE } from './payItems/lists';
import type { PayItemKind } from './payItems/lists';
import { PAY_ITEMS } from './payItems/writePayItems';
import { LINE_KINDS } from './payslipLines';
import { readItemNames, readPayItemsOnce, readPayslips } from './readPayslips';

const listOf = ({ list, id }: PayItemKind): ItemList => ({
	path: PAY_ITEMS.path,
	envelope: `${PAY_ITEMS.envelope}.${list}`,
	id,
	name: 'Name',
});

const EARNINGS_RATES = listOf(EARNINGS_RATE);
const DEDUCTION_TYPES = listOf(DEDUCTION_TYPE);
const REIMBURSEMENT_TYPES = listOf(REIMBURSEMENT_TYPE);

const WAGES_PAYABLE = { ofType: 'WAGESPAYABLELIABILITY' };

const byName = (_line: unknown, name: string): string => name;

/** The payslips of the pay run, each read by itself: the pay run has summaries of them. */
async function paySlipsOf(call: OperationContext): Promise<readonly IDataObject[]> {
	const request = { path: call.path, envelope: 'PayRuns', scope: 'payroll.payruns.read' };
	const [run] = call.recordsIn(await call.request(request), 'PayRuns');
	if (!run) return call.refuse({ ...NO_RECORD, state: 'refused' });
	const summaries = objectsIn(run.Payslips);
	if (summaries.length === 0) return [];
	const names = await readItemNames(call);
	return await readPayslips(call, summaries, { names, payRunID: valueOf(call, 'PayRunID') });
}

export const journal: PayRunJournal = {
	xero: ['getPayRun', 'getPayslip', 'getPayItems', 'getSettings'],
	description:
		'What the payslips come to on each side of each account; a call for each payslip. Leave is told in one row, as a payslip does not say of which type it is.',
	path: '/1.0/PayRuns/{PayRunID}',
	envelope: 'PayRuns',
	accountBy: 'code',
	readPaySlips: paySlipsOf,
	readItems: async (call, { envelope }) => call.recordsIn(await readPayItemsOnce(call), envelope),
	async readAccounts(call) {
		const request = { path: '/1.0/Settings', envelope: 'Settings', scope: 'payroll.settings.read' };
		const answer = await call.once(request.path, async () => await call.request(request));
		const [{ Accounts } = {}] = call.recordsIn(answer, 'Settings') as [IDataObject?];
		return objectsIn(Accounts).map(({ AccountID, Type, Code, Name }) => ({
			...{ accountID: AccountID, type: Type },
			...{ code: Code, name: Name },
		}));
	},
	kinds: LINE_KINDS,
	places: [
		{ kind: 'earnings', items: EARNINGS_RATES, debit: { inItem: 'AccountCode' }, describe: byName },
		{ kind: 'leaveEarnings', debit: { ofType: 'WAGESEXPENSE' }, describe: () => 'Leave' },
		{ kind: 'timesheetEarnings', items: EARNINGS_RATES, debit: { inItem: 'AccountCode' }, describe: byName },
		{ kind: 'deduction', items: DEDUCTION_TYPES, credit: { inItem: 'AccountCode' }, describe: byName },
		{
			kind: 'reimbursement',
			items: REIMBURSEMENT_TYPES,
			debit: { inLine: 'ExpenseAccount', inItem: 'AccountCode' },
			// They are paid out beside the net pay, which does not have them.
			credit: WAGES_PAYABLE,
			describe: byName,
		},
		{
			kind: 'superannuation',
			debit: { inLine: 'ExpenseAccountCode', ofType: 'SUPERANNUATIONEXPENSE' },
			credit: { inLine: 'LiabilityAccountCode', ofType: 'SUPERANNUATIONLIABILITY' },
			describe: (_line, name) => `${name}, employer`,
		},
		{
			kind: 'employeeSuperannuation',
			credit: { inLine: 'LiabilityAccountCode', ofType: 'SUPERANNUATIONLIABILITY' },
			describe: byName,
		},
		{
			kind: 'employeeTax',
			credit: { inLine: 'LiabilityAccount', ofType: 'PAYGLIABILITY' },
			describe: (_line, name) => (name === 'employeeTax' ? 'PAYG' : name),
		},
	],
	netPay: WAGES_PAYABLE,
};
