import type { Picked } from '../shared/inputs/locators';
import type { OperationContext } from '../shared/model/context';
import type { Fields } from '../shared/model/field';

/** An option narrows its category's columns; From List knows the category, By ID does not. */
export function withCategory(
	call: OperationContext,
	parameters: Fields,
	given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
	const all: Record<string, unknown> = { ...given };
	for (const [of, narrowed, label] of [
		['trackingCategoryID', 'trackingOptionID', 'Tracking Category'],
		['trackingCategoryID2', 'trackingOptionID2', 'Second Tracking Category'],
	] as const) {
		if (!(of in parameters) || all[narrowed] === undefined || all[of] !== undefined) continue;
		const [held, option] = (all[narrowed] as Picked).value.split('/');
		if (option === undefined)
			call.refuse({
				says: `${label} is missing`,
				todo: 'Xero takes an option by its ID only together with its category: add it in Options',
			});
		all[of] = { by: 'list', value: held! } satisfies Picked;
	}
	return all;
}
