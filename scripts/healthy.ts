/** For a container's health check: ends with 0 where the server on this machine is ready, with 1 where it is not. */
const port = process.env.PORT ?? '3978';
const ready = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(4_000) }).then(
  (response) => response.ok,
  () => false,
);
process.exitCode = ready ? 0 : 1;
