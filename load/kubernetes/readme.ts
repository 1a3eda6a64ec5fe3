import { collectorName, labels, startWaitSeconds, tokenSecret, type KubernetesRun } from './kubernetes-run';
import { metricsFile } from './manifests/collector';

/** How to run the manifests, as the README.md beside them. */
export function readme(run: KubernetesRun): string {
  const { name, identity, parallelism } = run;
  const { target, profile, seed } = identity;
  const selector = Object.entries(labels(run, 'shard'))
    .map(([label, value]) => `${label}=${value}`)
    .join(',');
  const waitSeconds = startWaitSeconds + run.runSeconds + 120;
  return `# ${name}

Profile ${profile}, seed ${seed}, against ${target.name}, ${target.baseUrl}, in ${parallelism} pods.
Run the commands in this folder, with kubectl's context and namespace set to where the pods belong.

The token comes from a Secret; these files do not hold it. It reaches neither a file nor a command line:

\`\`\`sh
printf %s "$POPSELL_TOKEN" | kubectl create secret generic ${tokenSecret.name} --from-file=${tokenSecret.key}=/dev/stdin
\`\`\`

## Run

\`\`\`sh
kubectl apply --server-side -f common -f job
kubectl wait --for=condition=complete --timeout=${Math.ceil(waitSeconds)}s job/${name}
kubectl exec deploy/${collectorName(run)} -c files -- gzip -c ${metricsFile} > metrics.json.gz
kubectl logs -l ${selector} --tail=-1 --max-log-requests=${parallelism} > pods.log
\`\`\`

Server-side, because what \`kubectl apply\` otherwise notes down of a large ConfigMap is refused. The pods wait for each
other, up to ${startWaitSeconds} s, and start together. A Job that failed never completes: \`kubectl get pods\`, and the log of the pod
that failed, say why.

With grafana/k6-operator, \`kubectl apply --server-side -f common -f testrun\` runs the same. Its pods do not tell their CPU, nor how
they ended, and the report says so. Use one of the two, not both.

## Report

In the suite's folder, with the path of this one:

\`\`\`sh
npm run report -- PATH
\`\`\`

It reads metrics.json.gz, and the examples of violations from pods.log.

## Clean up

\`\`\`sh
kubectl delete -f job -f common
\`\`\`

For another run, write new files with another seed or without one: a report is of one run. The chatrooms keep the values
that the pods wrote.
`;
}
