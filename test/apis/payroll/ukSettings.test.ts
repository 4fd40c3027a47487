import type { INodeParameters } from 'n8n-workflow';
import { every, PayrollStage } from './walk';
import { account, walksEarningsRates, walksSetting, walksSettings } from './settingsWalk';

const stage = new PayrollStage('ukSettings');

walksSettings(stage, [
	...['WAGESPAYABLE', 'WAGESEXPENSE', 'BANK', 'PAYELIABILITY', 'NICLIABILITY', 'EMPLOYERSNIC', 'PAYEECONTRIBUTION'],
]);
walksEarningsRates(stage);

test('options of tracking are picked as the books have them', async () => {
	const { line, picked } = await stage.choose('timesheetTracking', 'timesheetLine.create');
	expect([line, picked.value]).toEqual([expect.stringMatching(/^\w+: \S/), expect.stringMatching(/^[0-9a-f-]{36}$/)]);
});

test('a deduction is made, picked and found', async () => {
	const liabilityAccountId = await account(stage, 'deduction.create', '814', 'liabilityAccount');
	const flags = {
		...{ applyToPensionCalculations: true, isCalculatingOnQualifyingEarnings: false, isPension: false },
		...{
			isReducedByBasicRate: true,
			reducesSuperLiability: true,
			reducesTaxLiability: false,
			subjectToNIC: true,
			subjectToTax: false,
		},
	};
	await walksSetting(stage, {
		create: 'deduction.create',
		parameters: {
			...{ deductionName: 'Cycle Scheme', deductionCategory: 'SalarySacrifice', liabilityAccountId },
			additionalFields: { ...flags, calculationType: 'FixedAmount', percentage: '1.5', standardAmount: '40' },
		},
		id: ['deductionId', 'deductionId'],
		name: ['deductionName', 'Cycle Scheme'],
		written: {
			...{ deductionName: 'Cycle Scheme', deductionCategory: 'SalarySacrifice', liabilityAccountId: liabilityAccountId.value },
			...{ ...flags, calculationType: 'FixedAmount', percentage: 1.5, standardAmount: 40, currentRecord: true },
		},
	});
	const all = await stage.all('deduction.getAll', { filters: { activeOnly: true }, returnAll: true });
	expect(every(all, 'deductionName')).toEqual(['Workplace Pension (Employee)', 'Season Ticket Loan', 'Cycle Scheme']);
	const wrong = {
		deductionName: 'Wrong',
		deductionCategory: 'UkOther',
		liabilityAccountId: await account(stage, 'deduction.create', '477'),
	};
	expect(await stage.refused('deduction.create', wrong)).toContain('Item 1: Xero says: The account must be a liability account.');
});

test('a benefit is made, picked and found', async () => {
	const liabilityAccountId = await account(stage, 'benefit.create', '814', 'liabilityAccount');
	const expenseAccountId = await account(stage, 'benefit.create', '477', 'expenseAccount');
	const accounts = { liabilityAccountId: liabilityAccountId.value, expenseAccountId: expenseAccountId.value };
	const given = { name: 'Gym', category: 'Other', liabilityAccountId, expenseAccountId };
	const flags = {
		...{ isCalculatingOnQualifyingEarnings: true, showBalanceToEmployee: true },
		...{ subjectToNIC: false, subjectToPension: false, subjectToTax: true },
	};
	await walksSetting(stage, {
		create: 'benefit.create',
		parameters: {
			...{ ...given, calculationType: 'FixedAmount', percentage: '0' },
			additionalFields: { ...flags, standardAmount: '25' },
		},
		id: ['id', 'id'],
		name: ['name', 'Gym'],
		written: {
			...{ name: 'Gym', category: 'Other', ...accounts, calculationType: 'FixedAmount', percentage: 0 },
			...{ ...flags, standardAmount: 25, currentRecord: true },
		},
	});
	const all = await stage.all('benefit.getAll', { filters: { activeOnly: true }, returnAll: true });
	expect(every(all, 'name')).toEqual(['Workplace Pension (Employer)', 'Gym']);
	const none: INodeParameters = { ...given, name: 'Other Benefit', calculationType: 'PercentageOfGross', percentage: '0' };
	expect(await stage.refused('benefit.create', none)).toContain('Item 1: Xero says: The percentage must be greater than 0.');
});

test('a reimbursement is made, picked and found', async () => {
	const accountID = await account(stage, 'reimbursement.create', '493');
	await walksSetting(stage, {
		create: 'reimbursement.create',
		parameters: { name: 'Mileage', accountID },
		id: ['reimbursementID', 'ReimbursementID'],
		name: ['name', 'Mileage'],
		written: { name: 'Mileage', accountID: accountID.value, currentRecord: true },
	});
	const all = await stage.all('reimbursement.getAll', { filters: { activeOnly: true }, returnAll: true });
	expect(every(all, 'name')).toEqual(['Travel', 'Mileage']);
});

test('earnings orders are read, picked and found by what they are', async () => {
	const all = await stage.all('earningsOrder.getAll', { returnAll: true });
	expect(every(all, 'name')).toEqual(['Attachment of Earnings (Maintenance)', 'Council Tax Order', 'Student Loan']);
	const { line, picked: id } = await stage.choose('earningsOrder', 'earningsOrder.get', {}, 'council');
	expect(line).toBe('Council Tax Order');
	expect(await stage.json('earningsOrder.get', { id })).toEqual(all[1]);
	const found = await stage.all('earningsOrder.getAll', { filters: { category: 'StudentLoan' }, returnAll: true });
	expect(every(found, 'name')).toEqual(['Student Loan']);
});
