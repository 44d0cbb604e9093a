#!/bin/sh
# Enters: the samples for several machines, a list of people. Leaves: whether GNU parallel makes what one process makes, and whether
# the array of Slurm and the Job of Kubernetes name each part of the list once.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
cluster=$PWD/samples/cluster
sample=$PWD/samples/lighthouse-2025
. tests/command.sh
room cluster
cp -r "$sample" congress
PROGRAMME=$program
SOURCE_DATE_EPOCH=1924992000
export PROGRAMME SOURCE_DATE_EPOCH

run booklet -q congress/event.xml --people=congress/delegates.csv --date=$SOURCE_DATE_EPOCH -o whole/
try 'parallel makes parts' "$cluster"/parallel.sh congress/event.xml congress/delegates.csv parts 2
try 'which are the whole' diff -r whole parts
touch -d 2000-01-01 parts/*.pdf
try 'once more' "$cluster"/parallel.sh congress/event.xml congress/delegates.csv parts 2
try 'makes nothing again' is "$(find parts -name '*.pdf' -newermt 2001-01-01)" ''
try 'nor does it leave tables of parts' is "$(find parts -name 'records*')" parts/records.csv
refuse 'an event that is not there' 'none.xml: cannot be read' "$cluster"/parallel.sh none.xml congress/delegates.csv none 2
for script in parallel.sh array.sbatch; do
  try "shellcheck finds nothing in $script" shellcheck --shell=sh "$cluster/$script"
done

# What they would run, each part: the names of all.
mkdir bin
printf '#!/bin/sh\necho "$*"\n' > bin/programme
printf '#!/bin/sh\n"$@"\n' > bin/srun
chmod +x bin/*
unset PROGRAMME
n=$(sed -n 's/^#SBATCH --array=1-//p' "$cluster/array.sbatch")
seq 1 "$n" | sed "s|.*|--shard=&/$n|" > shards
for task in $(seq 1 "$n"); do
  SLURM_ARRAY_TASK_ID=$task PATH=$PWD/bin:$PATH sh "$cluster/array.sbatch"
done | grep -o -e '--shard=[0-9/]*' > slurm
try 'a task of the array is a part' diff shards slurm
cat > job.py << 'END'
import os, subprocess, sys, yaml
job = yaml.safe_load(open(sys.argv[1]))
spec = job['spec']
assert (job['apiVersion'], job['kind'], spec['completionMode']) == ('batch/v1', 'Job', 'Indexed')
container = spec['template']['spec']['containers'][0]
volumes = {volume['name'] for volume in spec['template']['spec']['volumes']}
assert {mount['name'] for mount in container['volumeMounts']} == volumes
for index in range(spec['completions']):
    values = {one['name']: one['value'] for one in container['env']}
    subprocess.run(container['command'], check=True, env={**os.environ, **values, 'JOB_COMPLETION_INDEX': str(index)})
END
PATH=$PWD/bin:$PATH python3 job.py "$cluster/job.yaml" | grep -o -e '--shard=[0-9/]*' > kubernetes
try 'an index of the Job is a part' diff shards kubernetes
finish
