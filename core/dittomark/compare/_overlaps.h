/* Segments that overlap others: the rules of overlaps.py. Included after _pieces.h.
 *
 * `select_pieces` takes the pieces of `Work` and lists those that none with more bits covers, by bits;
 * `split_echoes` divides that list into true matches and echoes.
 */

#ifndef DITTOMARK_OVERLAPS_H
#define DITTOMARK_OVERLAPS_H

/* The most bits first, else by blocks. */
typedef struct {
    const Work *work;
    size_t piece;
} Ranked;

static int compare_ranked(const void *one, const void *other)
{
    const Work *work = ((const Ranked *)one)->work;
    const Piece *x = &work->pieces[((const Ranked *)one)->piece];
    const Piece *y = &work->pieces[((const Ranked *)other)->piece];
    if (x->bits != y->bits)
        return x->bits > y->bits ? -1 : 1;
    for (size_t k = 0; k < x->count && k < y->count; k++) {
        const Block *p = &work->blocks.of[x->first + k], *q = &work->blocks.of[y->first + k];
        if (p->i != q->i)
            return p->i < q->i ? -1 : 1;
        if (p->j != q->j)
            return p->j < q->j ? -1 : 1;
        if (p->length != q->length)
            return p->length < q->length ? -1 : 1;
    }
    if (x->count != y->count)
        return x->count < y->count ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

/* `_is_covered`, by one other. */
static int covers(const Piece *other, const Piece *one)
{
    int64_t middle = (one->b0 + one->b1) / 2;
    return other->b0 <= middle && middle < other->b1
        && 2 * (smaller(other->b1, one->b1) - larger(other->b0, one->b0)) > one->b1 - one->b0
        && 2 * (smaller(other->a1, one->a1) - larger(other->a0, one->a0)) > one->a1 - one->a0;
}

/* `select`: list the pieces that no piece with more bits covers, by bits. */
static int select_pieces(const Input *in, Work *work, List *kept)
{
    size_t count = work->piece_count, blocks = (size_t)(in->a.count / in->block) + 1;
    size_t node_count = 0, node_room = 0;
    Node *nodes = NULL; /* the kept pieces of every block of words of a */
    Ranked *ranked = room_for(count, sizeof(Ranked));
    size_t *heads = room_for(blocks, sizeof(size_t));
    int failed = ranked == NULL || heads == NULL ? -1 : 0;
    for (size_t k = 0; !failed && k < blocks; k++)
        heads[k] = NONE;
    for (size_t k = 0; !failed && k < count; k++)
        ranked[k] = (Ranked){work, k};
    if (!failed && count > 1)
        qsort(ranked, count, sizeof(Ranked), compare_ranked);
    for (size_t k = 0; !failed && k < count; k++) {
        const Piece *piece = &work->pieces[ranked[k].piece];
        size_t node = heads[(piece->a0 + piece->a1) / 2 / in->block];
        while (node != NONE && !covers(&work->pieces[nodes[node].piece], piece))
            node = nodes[node].next;
        if (node != NONE)
            continue;
        failed = add_to(kept, ranked[k].piece);
        for (int64_t at = piece->a0 / in->block; !failed && at <= (piece->a1 - 1) / in->block; at++) {
            failed = grow(&nodes, &node_room, node_count, sizeof(Node));
            if (!failed) {
                nodes[node_count] = (Node){ranked[k].piece, heads[at]};
                heads[at] = node_count++;
            }
        }
    }
    PyMem_Free(nodes);
    PyMem_Free(ranked);
    PyMem_Free(heads);
    return failed;
}

/* Whether a segment is less than `ECHO` passages; -1 is an error. */
static int is_thin(const Input *in, const Piece *piece)
{
    double density = density_of(piece->words, piece->a0, piece->a1, piece->b0, piece->b1);
    if (piece->bits < in->echo && density <= 1.0)
        return 1; /* its solidity is at most 1 */
    double solidity = number_of(PyObject_CallFunction(in->solidity, "d", density));
    if (solidity == -1.0)
        return -1;
    return piece->bits * solidity < in->echo;
}

static int64_t count_told(const char *told, int64_t first, int64_t last)
{
    int64_t count = 0;
    for (; first < last; first++)
        count += told[first];
    return count;
}

/* `split_echoes`: divide pieces into true matches and echoes. */
static int split_echoes(const Input *in, const Work *work, const List *pieces, List *own, List *echoes)
{
    char *told_a = room_for((size_t)in->a.count, 1), *told_b = room_for((size_t)in->b.count, 1);
    int failed = told_a == NULL || told_b == NULL ? -1 : 0;
    for (size_t k = 0; !failed && k < pieces->count; k++) {
        const Piece *piece = &work->pieces[pieces->of[k]];
        int64_t told = larger(count_told(told_a, piece->a0, piece->a1),
                              count_told(told_b, piece->b0, piece->b1));
        int thin = piece->words < told ? is_thin(in, piece) : 0;
        if (thin < 0) {
            failed = -1;
        } else if (thin) {
            failed = add_to(echoes, pieces->of[k]);
        } else {
            failed = add_to(own, pieces->of[k]);
            for (size_t b = 0; b < piece->count; b++) {
                const Block *block = &work->blocks.of[piece->first + b];
                memset(told_a + block->i, 1, (size_t)block->length);
                memset(told_b + block->j, 1, (size_t)block->length);
            }
        }
    }
    PyMem_Free(told_a);
    PyMem_Free(told_b);
    return failed;
}

#endif
