import type { IDataObject } from 'n8n-workflow';
import type { Resource } from '../../nodes/shared/model/operation';
import type { Described } from '../../test/xeroDescription';
import { FINANCE_ROWS } from './financeRows';
import type { JsonSchema, Properties } from './jsonSchema';
import { columns, recordOf } from './jsonSchema';
import type { KnownItems } from './knownItems';
import { REPORT_COLUMNS } from './reportColumns';

const text = 'text';

/** Properties that come though Xero's description does not have them, made up, by API and schema. */
export const GAPS: Readonly<Partial<Record<Described, Readonly<Record<string, IDataObject>>>>> = {
	accounting: {
		Budget: { Status: text },
		ContactGroup: { HasValidationErrors: true },
		HistoryRecord: { DateUTCString: text },
		TrackingOption: { HasValidationErrors: true, IsDeleted: true, IsArchived: true, IsActive: true },
	},
	assets: { AssetType: { taxDepreciationSettings: [], lockPrivateUseAccount: true } },
};

const LISTS = 'Payments:list CreditNotes:list Prepayments:list Overpayments:list LineItems:list';
const invoice: JsonSchema = recordOf(`InvoiceID InvoiceNumber HasErrors:boolean IsDiscounted:boolean ${LISTS}`);

const allocated = ({ name, id }: Resource): Properties => ({
	...columns('AllocationID Amount:number Date'),
	Invoice: invoice,
	[name.replace(' ', '')]: recordOf(`${id} ID LineItems:list`),
	...columns('StatusAttributeString'),
});

const notAllocated = ({ id }: Resource): Properties => ({
	...columns(`deleted:boolean ${id} AllocationID Date Amount:number`),
	Invoice: recordOf('InvoiceID InvoiceNumber'),
	...columns('IsDeleted:boolean'),
});

/** Items that the functions of Payroll make of several answers, or of none. */
const PAYROLL: Readonly<Record<string, KnownItems>> = {
	'employee.onboard': {
		is: { ...columns('employeeID complete:boolean'), steps: { type: 'object' } },
	},
	'employeeLeave.delete': { is: columns('deleted:boolean EmployeeID LeaveID') },
	getJournalRows: { is: columns('accountID accountCode accountName description debit:number credit:number') },
	'leaveBalance.getAll': { is: columns('employeeID firstName lastName leaveTypeID leaveType balance:number typeOfUnits') },
	'leaveSetup.create': {
		is: columns(`employeeID includeHolidayPay:boolean holidayPayOpeningBalance:number annualLeaveOpeningBalance:number
			negativeAnnualLeaveBalancePaidAmount:number sickLeaveToAccrueAnnually:number sickLeaveMaximumToAccrue:number
			sickLeaveOpeningBalance:number sickLeaveScheduleOfAccrual sickLeaveAnniversaryDate annualLeaveAnniversaryDate`),
	},
	'payItem.getAll': { is: columns('kind id Name AccountCode TypeOfUnits CurrentRecord:boolean') },
	'payItem.upsert': { is: columns('kind id Name AccountCode TypeOfUnits CurrentRecord:boolean result') },
	'payRun.post': {
		is: columns(`PayrollCalendarID PayRunID PayRunPeriodStartDate PayRunPeriodEndDate PayRunStatus PaymentDate PayslipMessage
			UpdatedDateUTC Wages:number Deductions:number Tax:number Super:number Reimbursement:number NetPay:number payslipCount:number`),
	},
	'payTemplate.delete': { is: columns('deleted:boolean EmployeeID PayTemplateEarningID') },
	'salaryAndWage.delete': { is: columns('deleted:boolean EmployeeID SalaryAndWagesID') },
	'statutoryLeave.createSick': { more: { note: text } },
	'statutoryLeave.getSick': { more: { note: text } },
	'timesheet.import': {
		is: columns(`employeeID date numberOfUnits:number earningsRateID trackingItemID timesheetID periodStart periodEnd result status
			timesheetHours:number`),
	},
	'xeroPayrollAu earningsRate.create': { also: columns('RatePerUnit:any') },
	'xeroPayrollAu earningsRate.getAll': { also: columns('RatePerUnit:any') },
	'xeroPayrollAu earningsRate.update': { also: columns('RatePerUnit:any') },
	'xeroPayrollAu leaveApplication.approve': { more: { requestID: text } },
	'xeroPayrollAu leaveApplication.reject': { more: { previousID: text } },
	'xeroPayrollNz openingBalance.create': { like: 'getAll' },
	'xeroPayrollUk openingBalance.create': { is: columns('employeeID success:boolean') },
	'xeroPayrollUk openingBalance.update': { is: columns('employeeID success:boolean') },
};

/** By the name of an operation, with its resource, with its node as well: the most of them counts. */
const KNOWN: Readonly<Record<string, KnownItems>> = {
	addAttachment: { like: 'getAttachments' },
	allocate: { is: allocated },
	'association.getCount': { is: columns('ObjectId Count:number') },
	'contactGroup.addContact': {
		is: columns('ContactID Addresses:list Phones:list ContactGroups:list ContactPersons:list HasValidationErrors:boolean'),
	},
	downloadAttachment: { like: 'getAttachments' },
	'feedConnection.delete': { is: columns('id status') },
	'file.find': { like: 'getAll' },
	'account.find': { more: { found: true } },
	'bill.create': { also: columns('_files:list') },
	'contact.find': { more: { found: true } },
	findOrCreate: { more: { found: true } },
	'invoice.create': { also: columns('_files:list _emailed:boolean') },
	'item.find': { more: { found: true } },
	getPdf: { is: ({ id }) => columns(`${id} FileName`) },
	'organisation.getAll': { is: columns('id authEventId tenantId tenantType tenantName createdDateUtc updatedDateUtc') },
	removeAllocation: { is: notAllocated },
	replaceAttachment: { like: 'getAttachments' },
	...PAYROLL,
};

/** What is known of an operation's items besides Xero's description. */
export function knownOf(node: string, resource: string, operation: string): KnownItems {
	const what = `${resource}.${operation}`;
	const is = node === 'xeroReports' ? REPORT_COLUMNS[what] : undefined;
	if (is) return { is };
	if (node === 'xeroFinance') return FINANCE_ROWS[what] ?? {};
	return KNOWN[`${node} ${what}`] ?? KNOWN[what] ?? KNOWN[operation] ?? {};
}
