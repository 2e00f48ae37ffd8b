declare module 'autocannon' {
  type Options = {
    url: string;
    connections: number;
    duration: number;
    headers?: Record<string, string>;
  };
  type Result = {
    errors: number;
    requests: { average: number };
    statusCodeStats?: Record<string, { count: number }>;
  };
  const autocannon: (options: Options) => Promise<Result>;
  export default autocannon;
}
