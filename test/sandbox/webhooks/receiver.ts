import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import type { WebhookEvent } from '../../../sandbox/contract';

/** The body of a delivery, parsed. */
export interface Delivered {
	events: WebhookEvent[];
	firstEventSequence: number;
	lastEventSequence: number;
	entropy: string;
}

export interface Received {
	path: string;
	headers: IncomingHttpHeaders;
	raw: Buffer;
	delivered: Delivered;
	/** Whether the signature is that of the key. */
	signedRight: boolean;
}

/** What a receiver answers; undefined never answers. */
export interface Says {
	status: number;
	body?: string;
	headers?: Record<string, string>;
}

export interface Receiver {
	url: string;
	/** Everything that came, the Intent to Receive too. */
	received: Received[];
	/** The deliveries of events among them, each time they came. */
	deliveries(): Delivered[];
	/** The events of all deliveries as `CATEGORY TYPE`. */
	heard(): string[];
	/** Takes over the answers; honest again without. */
	answer(how?: (request: Received) => Says | undefined): void;
	close(): void;
}

/** As Xero wants it: 200 for what is signed rightly, 401 for the rest, nothing else. */
export const honest = ({ signedRight }: Received): Says => ({ status: signedRight ? 200 : 401 });

/** A server on a free port of the loopback address that answers as an honest client of Xero's does, until told otherwise. */
export async function receiver(key: string): Promise<Receiver> {
	const received: Received[] = [];
	let how: (request: Received) => Says | undefined = honest;
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const raw = Buffer.concat(chunks);
			const signedRight = request.headers['x-xero-signature'] === createHmac('sha256', key).update(raw).digest('base64');
			const delivered = JSON.parse(raw.toString('utf8')) as Delivered;
			const one = { path: request.url ?? '', headers: request.headers, raw, delivered, signedRight };
			received.push(one);
			const says = how(one);
			if (says) response.writeHead(says.status, says.headers).end(says.body);
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const deliveries = (): Delivered[] => received.map(({ delivered }) => delivered).filter(({ events }) => events.length > 0);
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
		received,
		deliveries,
		heard: () =>
			deliveries().flatMap(({ events }) => events.map(({ eventCategory, eventType }) => `${eventCategory} ${eventType}`)),
		answer(next = honest) {
			how = next;
		},
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}
