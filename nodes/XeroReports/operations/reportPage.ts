// A report as an HTML file beside its rows.

import type { OperationContext, OutputItem } from '../../shared/model/context';
import type { Organisation } from '../facts/organisation';
import type { Span } from '../pages/dayText';
import { lastDayOf } from '../pages/dayText';
import type { PageHead } from '../pages/page';
import { ianaZoneOf } from '../rows/timeZones';

/** What a page is called, and of when it is. */
export interface PageTitle {
	/** As people know it: “Aged Receivables”. */
	readonly report: string;
	readonly span: Span;
	readonly basis?: 'accrual' | 'cash';
}

/** The binary property that holds the page. */
export const PAGE = 'page';

type Making = Pick<OperationContext, 'now' | 'today' | 'toBinary'>;

/** What a page says before its rows. */
export const headOf = (
	call: Pick<Making, 'now'>,
	{ name, baseCurrency, timezone }: Organisation,
	{ report, span, basis }: PageTitle,
): PageHead => ({
	organisationName: name,
	reportName: report,
	span,
	baseCurrency,
	...(basis ? { basis } : {}),
	madeAt: call.now(),
	zone: ianaZoneOf(timezone) ?? 'UTC',
});

/** A page as binary data of n8n; `of` tells it from others of the same report, such as the name of a contact. */
export async function pageFile(call: Making, html: string, { report, span }: PageTitle, of = ''): Promise<OutputItem['binary']> {
	const name = [report, of, lastDayOf(span)].filter((part) => part !== '').join(' ');
	// What no file system takes in a name.
	const file = `${name.replace(/[\p{Cc}<>:"/\\|?*]/gu, '-')}.html`;
	return { [PAGE]: await call.toBinary(Buffer.from(html, 'utf8'), file, 'text/html') };
}

/** The items of a report, its page on the first of them where it is asked for. */
export async function withPage(
	call: Making & Pick<OperationContext, 'options'>,
	items: readonly OutputItem[],
	organisation: Organisation,
	title: PageTitle,
	make: (head: PageHead) => string,
): Promise<OutputItem[]> {
	const [first, ...others] = items;
	if (call.options.alsoAsPage !== true || first === undefined) return [...items];
	const binary = await pageFile(call, make(headOf(call, organisation, title)), title);
	return [{ ...first, ...(binary ? { binary } : {}) }, ...others];
}
