import type { Body } from '../../accounting/resource/replies';
import type { Reply } from '../../route';
import { type Call, employeeIn } from '../office';
import type { Employment } from '../rows';
import { wrapped } from '../wire/envelope';
import { plainDays } from '../wire/output';
import type { Reading } from '../wire/input';

/** Letters of national insurance for freeports and investment zones. */
const WITH_POSTCODE = /^[FILSNEDK]$/;

function checkCategories(reading: Reading, categories: Employment['niCategories'] = []): void {
	for (const [at, { niCategory, workplacePostcode, dateFirstEmployedAsCivilian }] of categories.entries()) {
		const name = (field: string): string => `niCategories[${at}].${field}`;
		if (WITH_POSTCODE.test(niCategory))
			reading.expect(
				workplacePostcode !== undefined,
				name('workplacePostcode'),
				`NI category ${niCategory} needs a workplace postcode.`,
			);
		if (niCategory === 'V')
			reading.expect(
				dateFirstEmployedAsCivilian !== undefined,
				name('dateFirstEmployedAsCivilian'),
				'NI category V needs the date on which the employee was first employed as a civilian.',
			);
	}
}

/** Puts the employee on a pay calendar from a day on; another one takes the place of the one before. @throws 400 */
function create(call: Call): Reply {
	const { office, request, now } = call;
	const employee = employeeIn(call);
	const reading = office.reading();
	const sent = reading.record<Employment>('Employment', request.body);
	if (sent.payrollCalendarID !== undefined)
		reading.expect(
			office.calendars.get(sent.payrollCalendarID) !== undefined,
			'payrollCalendarID',
			'The pay run calendar could not be found.',
		);
	if (office.region.key === 'nz') {
		const fixed = sent.engagementType?.toLowerCase() === 'fixedterm';
		reading.expect(!fixed || sent.fixedTermEndDate !== undefined, 'fixedTermEndDate', 'A fixed term needs an end date.');
	} else {
		reading.expect(sent.niCategories?.length !== 0, 'niCategories', 'The Ni Categories field is required.');
		checkCategories(reading, sent.niCategories);
	}
	const { endDate } = employee.profile;
	if (endDate !== undefined && sent.startDate !== undefined)
		reading.expect(sent.startDate <= endDate, 'startDate', 'The start date must be on or before the end date.');
	reading.check();
	const numbered = (list: unknown, key: string, id: (at: number) => unknown): unknown =>
		Array.isArray(list) ? list.map((one: Body, at) => ({ [key]: id(at), ...one })) : undefined;
	const employment: Employment = {
		...sent,
		...(sent.niCategories
			? { niCategories: numbered(sent.niCategories, 'niCategoryID', (at) => at + 1) as Employment['niCategories'] }
			: {}),
		...(sent.contracts === undefined ? {} : { contracts: numbered(sent.contracts, 'publicKey', () => office.newId()) }),
	};
	office.employees.put({ ...employee, employment, updatedDateUTC: now });
	const shown = office.shown('Employment', employment);
	// Xero's example has the days of these, and of these only, without midnight.
	const days = 'niCategories' in shown ? { niCategories: plainDays(shown.niCategories) } : {};
	return wrapped(request, { employment: { ...shown, ...days } });
}

export const employment: Readonly<Record<string, (call: Call) => Reply>> = { createEmployment: create };
