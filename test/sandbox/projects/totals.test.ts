import fc from 'fast-check';

import type { Json } from '../accounting/desk';
import { openProjects } from './desk';

describe('The totals of a project', () => {
	it('charge TIME by the minute, FIXED once, NON_CHARGEABLE never', () => {
		const { call, project, task, log } = openProjects();
		const id = project();
		const rate = (value: number) => ({ rate: { currency: 'NZD', value } });
		const hourly = task(id, rate(50));
		const fixed = task(id, { chargeType: 'FIXED', ...rate(300) });
		const free = task(id, { chargeType: 'NON_CHARGEABLE', ...rate(0) });
		log(id, hourly, { duration: 25 });
		log(id, hourly, { duration: 15 });
		log(id, fixed, { duration: 100 });
		log(id, free, { duration: 7 });
		const tasks = call('GET', `/Projects/${id}/Tasks`).at('items') as Json[];
		const money = (value: number) => ({ currency: 'NZD', value });
		// 40 minutes at 50.00 an hour are 33.33.
		expect(tasks[0]).toMatchObject({ totalMinutes: 40, minutesToBeInvoiced: 40, totalAmount: money(33.33) });
		expect(tasks[1]).toMatchObject({ totalMinutes: 100, fixedMinutes: 100, minutesToBeInvoiced: 0, totalAmount: money(300) });
		expect(tasks[2]).toMatchObject({ totalMinutes: 7, nonChargeableMinutes: 7, totalAmount: money(0) });
		expect(call('GET', `/Projects/${id}`).body).toMatchObject({
			minutesLogged: 147,
			minutesToBeInvoiced: 40,
			totalTaskAmount: money(333.33),
			taskAmountToBeInvoiced: money(333.33),
			totalToBeInvoiced: money(333.33),
			totalInvoiced: money(0),
		});
	});

	it('add the expenses and what is invoiced in the demo data', () => {
		const { api, tenantId } = openProjects('demo');
		const cents = (one: Json, key: string): number => Math.round(Number((one[key] as Json).value) * 100);
		for (const one of api.records(tenantId, 'Projects')) {
			expect(cents(one, 'totalInvoiced')).toBe(cents(one, 'taskAmountInvoiced') + cents(one, 'expenseAmountInvoiced'));
			expect(cents(one, 'totalToBeInvoiced')).toBe(
				cents(one, 'taskAmountToBeInvoiced') + cents(one, 'expenseAmountToBeInvoiced'),
			);
		}
	});

	it('follow from the time entries, whatever is logged, changed and deleted', () => {
		const desk = openProjects();
		const { call, task, log, userId } = desk;
		const step = fc.record({
			what: fc.constantFrom('log', 'log', 'change', 'delete', 'rate'),
			at: fc.nat(),
			task: fc.nat(2),
			duration: fc.integer({ min: 1, max: 2000 }),
			rate: fc.integer({ min: 0, max: 40_000 }),
		});
		fc.assert(
			fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
				const id = desk.project();
				const rates = [6000, 12_345, 9999];
				const tasks = rates.map((cents) => task(id, { rate: { currency: 'NZD', value: cents / 100 } }));
				const logged = new Map<string, { task: number; duration: number }>();
				for (const one of steps) {
					const taskId = tasks[one.task] ?? '';
					const [entry] = [...logged.keys()].slice(one.at % Math.max(logged.size, 1));
					const body = { userId, taskId, dateUtc: '2026-03-02T09:00:00Z', duration: one.duration };
					const known = { task: one.task, duration: one.duration };
					if (one.what === 'log') logged.set(log(id, taskId, body).id('timeEntryId'), known);
					if (one.what === 'rate') {
						rates[one.task] = one.rate;
						const rate = { currency: 'NZD', value: one.rate / 100 };
						call('PUT', `/Projects/${id}/Tasks/${taskId}`, { name: 'x', chargeType: 'TIME', rate });
					}
					if (entry === undefined) continue;
					if (one.what === 'change' && call('PUT', `/Projects/${id}/Time/${entry}`, body).status === 204)
						logged.set(entry, known);
					if (one.what === 'delete' && call('DELETE', `/Projects/${id}/Time/${entry}`).status === 204) logged.delete(entry);
				}
				const minutes = rates.map((_, at) =>
					[...logged.values()].filter((one) => one.task === at).reduce((all, one) => all + one.duration, 0),
				);
				const cents = minutes.map((all, at) => Math.floor((2 * all * (rates[at] ?? 0) + 60) / 120));
				const read = call('GET', `/Projects/${id}`);
				expect(read.at('minutesLogged')).toBe(minutes.reduce((all, one) => all + one, 0));
				expect(read.at('minutesToBeInvoiced')).toBe(read.at('minutesLogged'));
				expect(Math.round(Number(read.at('totalTaskAmount.value')) * 100)).toBe(cents.reduce((all, one) => all + one, 0));
				expect(read.at('totalToBeInvoiced')).toEqual(read.at('totalTaskAmount'));
			}),
			{ seed: 20_260_309, numRuns: 60 },
		);
	});
});
