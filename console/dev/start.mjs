// `npm run dev`: the mock of the centre and Vite's server with reload, both ended together. With ENTENTE_CENTRE set, only Vite, before that centre.
import { spawn } from 'node:child_process';

const run = (command, args) => spawn(command, args, { stdio: 'inherit' });
const children = [run('npx', ['vite'])];
if (!process.env.ENTENTE_CENTRE) children.push(run(process.execPath, ['dev/mock.mjs', '8099']));
const end = () => children.forEach((c) => c.kill('SIGTERM'));
process.on('SIGINT', end);
process.on('SIGTERM', end);
children.forEach((c) => c.on('exit', end));
