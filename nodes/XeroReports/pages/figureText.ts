// Figures of a page as texts: 1,234.50 and −1,234.50, the same in every language.

import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import { amountText, minorOf } from '../facts/money';

/** A true minus: as wide as a digit, and read aloud as one. */
const MINUS = '\u2212';

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** Minor units as a text for people: −123450n with 2 decimals → "−1,234.50". */
export function minorText(minor: bigint, decimals: number): string {
	const [whole = '', fraction] = amountText(minor < 0n ? -minor : minor, decimals).split('.');
	return `${minor < 0n ? MINUS : ''}${grouped(whole)}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** An amount of a row with so many decimals; '' where the row has none. */
export const figureText = (value: unknown, decimals: number): string =>
	typeof value === 'number' ? minorText(minorOf(value, decimals), decimals) : '';

/** A number of percent: 26.67 → "26.67%"; '' where the row has none. */
export const percentText = (value: unknown): string => (typeof value === 'number' ? `${figureText(value, 2)}%` : '');

/** An amount with its currency in front, for sentences: "NZD 1,234.50". */
export const amountWithCurrency = (value: unknown, currency: string): string =>
	`${currency} ${figureText(value, decimalsOf(currency))}`.trim();

/** What the amounts of rows come to, exactly, in minor units; a row without the amount counts nothing. */
export const sumIn = (rows: readonly IDataObject[], key: string, decimals: number): bigint =>
	rows.reduce((total, row) => total + minorOf(row[key], decimals), 0n);
