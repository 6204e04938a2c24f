// What the bundle puts in its place: the text of worker.ts and what it needs.
declare module 'worker-script' {
  const text: string;
  export default text;
}
