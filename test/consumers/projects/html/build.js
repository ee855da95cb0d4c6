import { cpSync } from 'node:fs';

cpSync('index.html', 'dist/index.html');
cpSync('node_modules/@penguinmails/support-widget/dist/embed', 'dist/embed', { recursive: true });
