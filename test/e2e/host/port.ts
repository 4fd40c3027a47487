import { createServer } from 'node:net';

const listens = (port: number): Promise<number | undefined> =>
	new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			const taken = typeof address === 'object' && address !== null ? address.port : undefined;
			server.close(() => resolve(taken));
		});
	});

/** A port nobody listens on at loopback: the preferred one when it is free, else one the system picks. */
export async function freePort(preferred = 0): Promise<number> {
	const port = (await listens(preferred)) ?? (await listens(0));
	if (port === undefined) throw new Error('No free port on 127.0.0.1');
	return port;
}
