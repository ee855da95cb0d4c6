/**
 * `npm start` loads this before the demo. It stops the demo when the parent process ends for any
 * reason.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
