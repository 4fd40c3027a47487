import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId } from '../stage';
import { AuStage, every, holdsNone, raw, sides, whole } from './walk';

const stage = new AuStage('auPay');

const runs = async (filters: INodeParameters = {}): Promise<IDataObject[]> =>
	await stage.all('payRun.getAll', { returnAll: true, filters });

/** The draft of the demo data. */
const draft = async (): Promise<IDataObject> => (await runs({ PayRunStatus: 'DRAFT' }))[0]!;

const idIn = ({ PayRunID }: IDataObject) => ({ PayRunID: byId(String(PayRunID)) });

const post = async (PayRunID: ReturnType<typeof byId>, onlyIfNetPay = '') => ({ PayRunID, onlyIfNetPay });

test('pay runs are found by status, calendar and payday, picked and read without an amount', async () => {
	const all = await runs();
	expect(every(all, 'PayRunStatus')).toEqual(expect.arrayContaining(['DRAFT', 'POSTED']));
	const own = await draft();
	const calendar = byId(String(own.PayrollCalendarID));
	const found = await runs({ PayrollCalendarID: calendar, PayRunStatus: 'DRAFT' });
	expect(found).toEqual([own]);
	expect(every(await runs({ paidFrom: String(own.PaymentDate), paidTo: String(own.PaymentDate) }), 'PaymentDate')).toContain(
		own.PaymentDate,
	);
	expect(await runs({ paidFrom: '2096-01-01' })).toEqual([]);
	const { line, picked: PayRunID } = await stage.choose('draftPayRun', 'payRun.post');
	expect([line, PayRunID.value]).toEqual([
		`${String(own.PayRunPeriodStartDate)} to ${String(own.PayRunPeriodEndDate)} · paid ${String(own.PaymentDate)} · Draft`,
		own.PayRunID,
	]);
	expect((await stage.lines('payRun', 'payRun.get')).length).toBe(all.length);
	expect(await stage.json('payRun.get', { PayRunID })).toEqual(own);
	const all1 = await stage.json('payRun.get', { PayRunID, ...raw });
	expect(all1).toMatchObject({ NetPay: expect.any(Number), Payslips: expect.any(Array) });
	holdsNone(await runs(), ['NetPay', 'Wages', String(all1.NetPay)]);
});

test('payslips are read whole and line by line, and their lines add up', async () => {
	const PayRunID = idIn(await draft()).PayRunID;
	const simple = await stage.all('payslip.getAll', { PayRunID, returnAll: true });
	expect(simple.map((one) => Object.keys(one))).toEqual(
		simple.map(() => ['PayslipID', 'EmployeeID', 'FirstName', 'LastName', 'UpdatedDateUTC']),
	);
	const { line, picked: PayslipID } = await stage.choose('payslip', 'payslip.get', { PayRunID }, 'Matilda');
	expect(line).toBe('Matilda Testcase');
	const slip = await stage.json('payslip.get', { PayRunID, PayslipID, ...raw });
	expect(slip).toMatchObject({ FirstName: 'Matilda', NetPay: expect.any(Number), EarningsLines: expect.any(Array) });
	const rows = await stage.all('payslip.get', { PayRunID, PayslipID, oneRowPer: 'line' });
	expect(rows.map(({ kind, name }) => [kind, name])).toEqual([
		['earnings', 'Ordinary Hours'],
		['deduction', 'Union Fees/Subscriptions'],
		['leaveAccrual', 'Annual Leave'],
		['leaveAccrual', 'Personal (Sick/Carer’s) Leave'],
		['superannuation', 'Superannuation Guarantee'],
		['employeeTax', 'PAYG Tax'],
	]);
	expect(rows.every(({ payRunID, payslipID }) => payRunID === PayRunID.value && payslipID === PayslipID.value)).toBe(true);
	const all = await stage.all('payslip.getAll', { PayRunID, oneRowPer: 'line', returnAll: true });
	expect(all.filter(({ payslipID }) => payslipID === PayslipID.value)).toEqual(rows);
	expect(every(all, '_findings').filter((one) => one !== undefined)).toEqual([]);
	const filters = { employeeID: byId(String(slip.EmployeeID)) };
	expect(await stage.all('payslip.getAll', { PayRunID, oneRowPer: 'line', returnAll: true, filters })).toEqual(rows);
});

test('journal rows of a pay run have the same on both sides, all on accounts with names', async () => {
	for (const run of await runs()) {
		const rows = await stage.all('payRun.getJournalRows', idIn(run));
		const [debits, credits] = sides(rows);
		expect([debits, every(rows, '_findings').filter(Boolean)]).toEqual([credits, []]);
		expect(rows.filter(({ accountID, accountCode, accountName }) => !accountID || !accountCode || !accountName)).toEqual([]);
		const byEmployee = await stage.all('payRun.getJournalRows', { ...idIn(run), options: { byEmployee: true } });
		expect(sides(byEmployee)).toEqual([debits, credits]);
	}
});

test('lines of a draft payslip are changed and added, the others stay, and it is found among the drafts', async () => {
	const PayRunID = idIn(await draft()).PayRunID;
	const [summary] = await stage.all('payslip.getAll', { PayRunID, ...whole });
	const PayslipID = byId(String(summary!.PayslipID));
	const rows = async () => await stage.all('payslip.get', { PayRunID, PayslipID, oneRowPer: 'line' });
	const before = await rows();
	const [travel] = await stage.all('reimbursementType.getAll', whole);
	const line = { kind: 'reimbursement', itemID: String(travel!.ReimbursementTypeID), amount: '41.3', description: 'Taxi' };
	const change = { PayslipID, PayRunID: byId(''), otherLines: 'keep', lines: { line: [line] } };
	expect(await stage.json('payslip.update', change)).toMatchObject({ PayslipID: PayslipID.value });
	const after = await rows();
	expect(after.filter(({ kind }) => kind === 'reimbursement')).toMatchObject([{ amount: 41.3, description: 'Taxi' }]);
	// Xero works tax out again, in a line of its own ID.
	const others = (all: readonly IDataObject[]) =>
		all.filter(({ kind }) => kind !== 'reimbursement').map(({ lineID: _id, ...one }) => one);
	expect(others(after)).toEqual(others(before));
	await stage.json('payslip.update', { ...change, PayRunID, lines: { line: [{ ...line, amount: '12' }] } });
	expect((await rows()).filter(({ kind }) => kind === 'reimbursement')).toMatchObject([{ amount: 12, description: 'Taxi' }]);
	const journal = await stage.all('payRun.getJournalRows', { PayRunID });
	expect(journal.filter(({ description }) => description === travel!.Name)).toMatchObject([
		{ debit: 12, credit: 0 },
		{ debit: 0, credit: 12 },
	]);
	const [debits, credits] = sides(journal);
	expect(debits).toBe(credits);
	expect(every([...(await rows()), ...journal], '_findings').filter(Boolean)).toEqual([]);
});

test('a payslip of a posted pay run is refused before anything is sent', async () => {
	const [posted] = await runs({ PayRunStatus: 'POSTED' });
	const [summary] = await stage.all('payslip.getAll', { ...idIn(posted!), ...whole });
	const PayslipID = byId(String(summary!.PayslipID));
	const [travel] = await stage.all('reimbursementType.getAll', whole);
	const lines = { line: [{ kind: 'reimbursement', itemID: String(travel!.ReimbursementTypeID), amount: '987.65' }] };
	const calls = stage.asked.length;
	for (const PayRunID of [byId(''), idIn(posted!).PayRunID]) {
		const told = await stage.refused('payslip.update', { PayslipID, PayRunID, otherLines: 'keep', lines });
		expect(told).toContain('a posted payslip cannot be changed');
		holdsNone(told, ['987.65']);
	}
	expect(stage.asked.slice(calls).filter((call) => call.startsWith('POST'))).toEqual([]);
});

test('a pay run is made for a calendar, its payday changed, posted by its net pay alone, and stays as it is then', async () => {
	const posted = await draft();
	const { PayRunID } = idIn(posted);
	expect(await stage.refused('payRun.create', { PayrollCalendarID: byId(String(posted.PayrollCalendarID)) })).toContain(
		'There is a draft pay run for this payroll calendar already',
	);
	const message = { PayslipMessage: 'Thank you for your work' };
	expect(await stage.json('payRun.update', { PayRunID, additionalFields: message, ...raw })).toMatchObject({ ...message });
	const { NetPay } = await stage.json('payRun.get', { PayRunID, ...raw });
	const calls = stage.asked.length;
	const other = await stage.refused('payRun.post', await post(PayRunID, String(Number(NetPay) + 1)));
	expect(other).toContain('it was not posted: its net pay is not the one given');
	holdsNone(other, [String(NetPay), String(Number(NetPay) + 1)]);
	expect(stage.asked.slice(calls).filter((call) => call.startsWith('POST'))).toEqual([]);
	const done = await stage.json('payRun.post', await post(PayRunID, String(NetPay)));
	expect(done).toMatchObject({ PayRunID: PayRunID.value, PayRunStatus: 'POSTED', NetPay, payslipCount: expect.any(Number) });
	expect(await stage.refused('payRun.post', await post(PayRunID))).toContain('is posted already');
	expect(await stage.refused('payRun.update', { PayRunID, additionalFields: message })).toContain(
		'is posted, and a posted pay run cannot be changed',
	);
	const next = await stage.json('payRun.create', { PayrollCalendarID: byId(String(posted.PayrollCalendarID)) });
	expect(next).toMatchObject({ PayRunStatus: 'DRAFT', PayrollCalendarID: posted.PayrollCalendarID });
});

test('a posting whose answers are all lost is looked for, and counts when it was done', async () => {
	const { PayRunID } = idIn(await draft());
	stage.stage.sandbox.fail({ match: { method: 'POST', path: '/PayRuns' }, times: 100, what: { kind: 'dropAfter' } });
	const done = await stage.json('payRun.post', await post(PayRunID));
	expect(done).toMatchObject({ PayRunID: PayRunID.value, PayRunStatus: 'POSTED' });
	expect(every(await runs({ PayRunStatus: 'POSTED' }), 'PayRunID')).toContain(PayRunID.value);
});
