import type { Examples } from '../example';
import { fromList, withFile } from '../example';

const FILE = '9b0e4c7d-1f25-4a88-b6d3-70c1e5a2f412';
const receipt = withFile('receipt #7 & co.pdf', 'application/pdf', 'a receipt');
const LISTED = { Attachments: [{ AttachmentID: FILE, FileName: 'receipt #7 & co.pdf', MimeType: 'application/pdf' }] };
const CONTENT = { statusCode: 200, body: Buffer.from('a receipt') };
const binary = { mimeType: 'application/pdf', fileName: 'receipt #7 & co.pdf', data: 'YSByZWNlaXB0' };
const types = { Accept: 'application/pdf', contentType: 'application/pdf' };

/** Attachments go the same way for every resource that has them; `at` is its path, `key` its ID's name. */
export const attachmentExamples = (at: string, key: string, id: string): Examples => ({
	addAttachment: [
		{
			parameters: [{ [key]: fromList(id), binaryPropertyName: 'data' }],
			items: [receipt],
			sends: [
				{
					method: 'PUT',
					path: `${at}/${id}/Attachments/receipt%20%237%20%26%20co.pdf`,
					headers: { 'Content-Type': 'application/pdf' },
					body: Buffer.from('a receipt'),
				},
			],
		},
	],
	getAttachments: [{ parameters: [{ [key]: fromList(id) }], sends: [{ method: 'GET', path: `${at}/${id}/Attachments` }] }],
	downloadAttachment: [
		{
			parameters: [{ [key]: fromList(id), files: 'id', options: { attachment: FILE, binaryPropertyName: 'receipt' } }],
			replies: [{ body: LISTED }, CONTENT],
			sends: [
				{ method: 'GET', path: `${at}/${id}/Attachments` },
				{ method: 'GET', path: `${at}/${id}/Attachments/${FILE}`, headers: types },
			],
			gives: [{ json: LISTED.Attachments[0]!, binary: { receipt: binary }, pairedItem: { item: 0 } }],
		},
		{
			parameters: [{ [key]: fromList(id), files: 'name', options: { attachment: 'receipt #7 & co.pdf' } }],
			replies: [{ body: LISTED }, CONTENT],
			sends: [
				{ method: 'GET', path: `${at}/${id}/Attachments` },
				{ method: 'GET', path: `${at}/${id}/Attachments/receipt%20%237%20%26%20co.pdf`, headers: types },
			],
			gives: [{ json: LISTED.Attachments[0]!, binary: { data: binary }, pairedItem: { item: 0 } }],
		},
	],
	replaceAttachment: [
		{
			parameters: [{ [key]: fromList(id), binaryPropertyName: 'data', options: { FileName: 'scan.pdf' } }],
			items: [receipt],
			sends: [
				{
					method: 'POST',
					path: `${at}/${id}/Attachments/scan.pdf`,
					headers: { 'Content-Type': 'application/pdf' },
					body: Buffer.from('a receipt'),
				},
			],
		},
	],
});

/** History and notes likewise. */
export const historyExamples = (at: string, key: string, id: string): Examples => ({
	addNote: [
		{
			parameters: [{ [key]: fromList(id), Details: 'Approved by phone' }],
			sends: [{ method: 'PUT', path: `${at}/${id}/History`, body: { HistoryRecords: [{ Details: 'Approved by phone' }] } }],
		},
	],
	getHistory: [{ parameters: [{ [key]: fromList(id) }], sends: [{ method: 'GET', path: `${at}/${id}/History` }] }],
});
