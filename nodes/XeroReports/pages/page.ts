// The frame of a page: one file of HTML that loads nothing and runs nothing.

import type { Span } from './dayText';
import { madeOn, spanText } from './dayText';
import type { Html, Part } from './markup';
import { markup, isolated, textOf } from './markup';
import { STYLE } from './stylesheet';

/** What a page says of its report before the rows. */
export interface PageHead {
	readonly organisationName: string;
	/** As people know it: "Balance Sheet". */
	readonly reportName: string;
	readonly span: Span;
	/** Code of the organisation's currency: "NZD". */
	readonly baseCurrency: string;
	/** Which amounts count: what was invoiced, or what was paid. Left out where the report has no such choice. */
	readonly basis?: 'accrual' | 'cash';
	/** When the report was made, ISO 8601. */
	readonly madeAt: string;
	/** The organisation's time zone, an IANA name. */
	readonly zone: string;
}

/** Marks that turn the direction of writing: in a title nothing ends them. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

/** The text of a whole page. */
export const page = (title: string, content: Part): string =>
	textOf(markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${title.replace(DIRECTION, '')}</title>
${STYLE}
</head>
<body>
<main>
${content}</main>
</body>
</html>
`);

/** "Balance Sheet, Kauri Ltd, as of 31 October 2026". */
export const titleOf = ({ reportName, organisationName, span }: PageHead): string =>
	`${reportName}, ${organisationName}, ${spanText(span)}`;

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whose report it is, which one, of when; `more` stands below. */
export const heading = ({ organisationName, reportName, span, basis }: PageHead, more?: Part): Html =>
	markup`<header>
<p class="organisation">${isolated(organisationName)}</p>
<h1>${reportName}</h1>
<p class="muted">${sentence(spanText(span))}${basis !== undefined && `, ${basis} basis`}</p>
${more}</header>
`;

/** The small line at the foot of a report. */
export const footer = ({ madeAt, zone }: PageHead): Html =>
	markup`<footer>Made by n8n from Xero on ${madeOn(madeAt, zone)}.</footer>\n`;

/** A sentence in place of a table that has no rows. */
export const emptyText = (text: string): Html => markup`<p class="empty">${text}</p>\n`;
