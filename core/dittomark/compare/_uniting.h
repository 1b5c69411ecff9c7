/* Groups joined until no two of them belong together: the rules of uniting.py. Included after _groups.h.
 *
 * `unite` takes a list of groups and whether one group belongs to another that begins earlier in a; it
 * leaves in the list the groups that remain, which have grown.
 */

#ifndef DITTOMARK_UNITING_H
#define DITTOMARK_UNITING_H

/* Whether the second group, which begins later in a, belongs to the first. */
typedef int (*Belong)(const Input *in, const Group *one, const Group *other);

/* The groups that later ones may still join, in the order in which they were put; `has` tells of every
 * group whether it is among them. */
typedef struct {
    List list;
    char *has;
} Open;

static int put_open(Open *open, size_t group)
{
    if (open->has[group])
        return 0;
    open->has[group] = 1;
    return add_to(&open->list, group);
}

/* `near`: fill the keys with the open groups near one, the latest first, and return their number. */
static size_t find_near(const Input *in, Work *work, Open *open, size_t group)
{
    const Group *one = &work->groups[group];
    int64_t first = one->b0 / in->reach - 1, last = one->b1 / in->reach + 1;
    size_t found = 0, kept = 0;
    for (size_t k = 0; k < open->list.count; k++) {
        const Group *other = &work->groups[open->list.of[k]];
        if (other->a1 < one->a0 - in->reach)
            continue; /* later ones begin later still */
        open->list.of[kept++] = open->list.of[k];
        if (other->b0 / in->reach <= last && other->b1 / in->reach >= first) {
            work->keys[found] = key_of_group(work, open->list.of[k], found);
            found++;
        }
    }
    open->list.count = kept;
    sort(work->keys, found, descending);
    return found;
}

typedef struct {
    Open every, new;
    char *is_new, *grown;
    Key *order;
} Uniting;

/* One round of `unite`: join groups to those before; `done` are what is left. */
static int unite_once(const Input *in, Work *work, Uniting *uniting, List *groups, int all_new,
                      Belong belong, size_t *any_grown)
{
    size_t count = groups->count;
    for (size_t k = 0; k < count; k++)
        uniting->order[k] = key_of_group(work, groups->of[k], k);
    sort(uniting->order, count, ascending);
    uniting->every.list.count = uniting->new.list.count = groups->count = 0;
    Open *new = all_new ? &uniting->every : &uniting->new;
    for (size_t k = 0; k < count; k++) {
        size_t one = uniting->order[k].what, joined = NONE;
        size_t near = find_near(in, work, uniting->is_new[one] ? &uniting->every : new, one);
        for (size_t n = 0; n < near && joined == NONE; n++) {
            if (belong(in, &work->groups[work->keys[n].what], &work->groups[one]))
                joined = work->keys[n].what;
        }
        if (joined != NONE) {
            merge(work, joined, one);
            *any_grown += !uniting->grown[joined];
            uniting->grown[joined] = 1;
            if (put_open(&uniting->every, joined) < 0 || put_open(new, joined) < 0)
                return -1;
        } else if (add_to(groups, one) < 0 || put_open(&uniting->every, one) < 0
                   || (uniting->is_new[one] && put_open(new, one) < 0)) {
            return -1;
        }
    }
    return 0;
}

/* `unite`: join groups until no two of them `belong` together. */
static int unite(const Input *in, Work *work, List *groups, Belong belong)
{
    Uniting uniting;
    size_t every = work->group_count, news = groups->count;
    memset(&uniting, 0, sizeof uniting);
    uniting.every.has = room_for(every, 1);
    uniting.new.has = room_for(every, 1);
    uniting.is_new = room_for(every, 1);
    uniting.grown = room_for(every, 1);
    uniting.order = room_for(groups->count, sizeof(Key));
    int failed = uniting.every.has == NULL || uniting.new.has == NULL || uniting.is_new == NULL
            || uniting.grown == NULL || uniting.order == NULL
        ? -1 : has_room_for_keys(work, groups->count);
    for (size_t k = 0; !failed && k < groups->count; k++)
        uniting.is_new[groups->of[k]] = 1;
    while (!failed && news && groups->count > 1) {
        int all_new = news >= groups->count;
        memset(uniting.grown, 0, every);
        memset(uniting.every.has, 0, every);
        memset(uniting.new.has, 0, every);
        news = 0;
        failed = unite_once(in, work, &uniting, groups, all_new, belong, &news);
        char *grown = uniting.grown;
        uniting.grown = uniting.is_new;
        uniting.is_new = grown;
    }
    PyMem_Free(uniting.every.list.of);
    PyMem_Free(uniting.every.has);
    PyMem_Free(uniting.new.list.of);
    PyMem_Free(uniting.new.has);
    PyMem_Free(uniting.is_new);
    PyMem_Free(uniting.grown);
    PyMem_Free(uniting.order);
    return failed;
}

#endif
