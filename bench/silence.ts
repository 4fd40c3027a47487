// n8n's engine logs every node that ends with an error, with its stack; here such ends are results and stand in the tables.
process.env.N8N_LOG_LEVEL ??= 'silent';
