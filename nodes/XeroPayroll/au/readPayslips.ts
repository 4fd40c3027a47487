import type { IDataObject } from 'n8n-workflow';
import pLimit from 'p-limit';
import type { OperationContext } from '../../shared/model/context';
import { NO_RECORD } from '../../shared/model/findings';
import { pathSegment } from '../../shared/model/path';
import type { XeroResponse } from '../../shared/model/request';
import { KINDS } from './payItems/lists';
import { PAY_ITEMS } from './payItems/writePayItems';
import type { ItemNames } from './payslipLines';
import { asPaySlip } from './payslipLines';

/** Payslips asked for at the same time: as many calls as Xero lets an organisation have. */
const AT_ONCE = 5;

/** The answer with all pay items, asked for once for all items of a run. */
export const readPayItemsOnce = async (call: OperationContext): Promise<XeroResponse> =>
	await call.once(PAY_ITEMS.path, async () => await call.request({ ...PAY_ITEMS, scope: 'payroll.settings.read' }));

/** What lines are for, by ID. */
export async function readItemNames(call: OperationContext): Promise<ItemNames> {
	const answer = await readPayItemsOnce(call);
	return new Map(
		KINDS.flatMap(({ id, list }) =>
			call
				.recordsIn(answer, `${PAY_ITEMS.envelope}.${list}`)
				.map((item) => [String(item[id]).toLowerCase(), String(item.Name)] as const),
		),
	);
}

/** One payslip as Xero has it. */
export async function readPayslip(call: OperationContext, id: unknown): Promise<IDataObject> {
	const request = { path: `/1.0/Payslip/${pathSegment(id)}`, envelope: 'Payslip', scope: 'payroll.payslip.read' };
	const [payslip] = call.recordsIn(await call.request(request), 'Payslip');
	return payslip ?? call.refuse({ ...NO_RECORD, state: 'refused' });
}

/** Payslips of a pay run as rows and journals go by them; a call each. `summaries`: what the pay run says of them. */
export async function readPayslips(
	call: OperationContext,
	summaries: readonly IDataObject[],
	of: { readonly names: ItemNames; readonly payRunID: string },
): Promise<IDataObject[]> {
	const gate = pLimit(AT_ONCE);
	return await Promise.all(
		summaries.map(
			async (summary) => await gate(async () => asPaySlip(await readPayslip(call, summary.PayslipID), { ...of, summary })),
		),
	);
}
