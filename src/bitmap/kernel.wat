;; The loops over words, of which WebAssembly makes several times as much as JavaScript: it has instructions for 128
;; bits at once, for the bits of 64, and for the lowest one. kernel.ts says what each function does; TypeScript says the
;; same in typescript-kernel.ts. Pointers come as indexes of 32-bit words, lengths of bitmaps in lines of 64 bytes.
;; scripts/kernel.js makes kernel-bytes.ts of this text.
(module
  (import "labelwise" "memory" (memory 1))

  (func (export "count") (param $a i32) (param $lines i32) (result i32)
    (local $end i32) (local $sum i64)
    (local.set $a (i32.shl (local.get $a) (i32.const 2)))
    (local.set $end (i32.add (local.get $a) (i32.shl (local.get $lines) (i32.const 6))))
    (block $done
      (loop $line
        (br_if $done (i32.ge_u (local.get $a) (local.get $end)))
        (local.set $sum
          (i64.add (local.get $sum)
            (i64.add
              (i64.add
                (i64.add
                  (i64.popcnt (i64.load offset=0 (local.get $a)))
                  (i64.popcnt (i64.load offset=8 (local.get $a))))
                (i64.add
                  (i64.popcnt (i64.load offset=16 (local.get $a)))
                  (i64.popcnt (i64.load offset=24 (local.get $a)))))
              (i64.add
                (i64.add
                  (i64.popcnt (i64.load offset=32 (local.get $a)))
                  (i64.popcnt (i64.load offset=40 (local.get $a))))
                (i64.add
                  (i64.popcnt (i64.load offset=48 (local.get $a)))
                  (i64.popcnt (i64.load offset=56 (local.get $a))))))))
        (local.set $a (i32.add (local.get $a) (i32.const 64)))
        (br $line)))
    (i32.wrap_i64 (local.get $sum)))

  (func (export "andCount") (param $a i32) (param $b i32) (param $lines i32) (result i32)
    (local $end i32) (local $sum i64)
    (local.set $a (i32.shl (local.get $a) (i32.const 2)))
    (local.set $b (i32.shl (local.get $b) (i32.const 2)))
    (local.set $end (i32.add (local.get $a) (i32.shl (local.get $lines) (i32.const 6))))
    (block $done
      (loop $line
        (br_if $done (i32.ge_u (local.get $a) (local.get $end)))
        (local.set $sum
          (i64.add (local.get $sum)
            (i64.add
              (i64.add
                (i64.add
                  (i64.popcnt (i64.and (i64.load offset=0 (local.get $a)) (i64.load offset=0 (local.get $b))))
                  (i64.popcnt (i64.and (i64.load offset=8 (local.get $a)) (i64.load offset=8 (local.get $b)))))
                (i64.add
                  (i64.popcnt (i64.and (i64.load offset=16 (local.get $a)) (i64.load offset=16 (local.get $b))))
                  (i64.popcnt (i64.and (i64.load offset=24 (local.get $a)) (i64.load offset=24 (local.get $b))))))
              (i64.add
                (i64.add
                  (i64.popcnt (i64.and (i64.load offset=32 (local.get $a)) (i64.load offset=32 (local.get $b))))
                  (i64.popcnt (i64.and (i64.load offset=40 (local.get $a)) (i64.load offset=40 (local.get $b)))))
                (i64.add
                  (i64.popcnt (i64.and (i64.load offset=48 (local.get $a)) (i64.load offset=48 (local.get $b))))
                  (i64.popcnt (i64.and (i64.load offset=56 (local.get $a)) (i64.load offset=56 (local.get $b)))))))))
        (local.set $a (i32.add (local.get $a) (i32.const 64)))
        (local.set $b (i32.add (local.get $b) (i32.const 64)))
        (br $line)))
    (i32.wrap_i64 (local.get $sum)))

  ;; Bits of $a that are not in $b: those of $a without those of both.
  (func (export "andNotCount") (param $a i32) (param $b i32) (param $lines i32) (result i32)
    (local $end i32) (local $sum i64) (local $x i64)
    (local.set $a (i32.shl (local.get $a) (i32.const 2)))
    (local.set $b (i32.shl (local.get $b) (i32.const 2)))
    (local.set $end (i32.add (local.get $a) (i32.shl (local.get $lines) (i32.const 6))))
    (block $done
      (loop $half
        (br_if $done (i32.ge_u (local.get $a) (local.get $end)))
        (local.set $x (i64.load offset=0 (local.get $a)))
        (local.set $sum (i64.add (local.get $sum) (i64.popcnt (i64.xor (local.get $x)
          (i64.and (local.get $x) (i64.load offset=0 (local.get $b)))))))
        (local.set $x (i64.load offset=8 (local.get $a)))
        (local.set $sum (i64.add (local.get $sum) (i64.popcnt (i64.xor (local.get $x)
          (i64.and (local.get $x) (i64.load offset=8 (local.get $b)))))))
        (local.set $x (i64.load offset=16 (local.get $a)))
        (local.set $sum (i64.add (local.get $sum) (i64.popcnt (i64.xor (local.get $x)
          (i64.and (local.get $x) (i64.load offset=16 (local.get $b)))))))
        (local.set $x (i64.load offset=24 (local.get $a)))
        (local.set $sum (i64.add (local.get $sum) (i64.popcnt (i64.xor (local.get $x)
          (i64.and (local.get $x) (i64.load offset=24 (local.get $b)))))))
        (local.set $a (i32.add (local.get $a) (i32.const 32)))
        (local.set $b (i32.add (local.get $b) (i32.const 32)))
        (br $half)))
    (i32.wrap_i64 (local.get $sum)))

  (func (export "and") (param $out i32) (param $a i32) (param $b i32) (param $lines i32)
    (local $end i32)
    (local.set $out (i32.shl (local.get $out) (i32.const 2)))
    (local.set $a (i32.shl (local.get $a) (i32.const 2)))
    (local.set $b (i32.shl (local.get $b) (i32.const 2)))
    (local.set $end (i32.add (local.get $a) (i32.shl (local.get $lines) (i32.const 6))))
    (block $done
      (loop $line
        (br_if $done (i32.ge_u (local.get $a) (local.get $end)))
        (v128.store offset=0 (local.get $out)
          (v128.and (v128.load offset=0 (local.get $a)) (v128.load offset=0 (local.get $b))))
        (v128.store offset=16 (local.get $out)
          (v128.and (v128.load offset=16 (local.get $a)) (v128.load offset=16 (local.get $b))))
        (v128.store offset=32 (local.get $out)
          (v128.and (v128.load offset=32 (local.get $a)) (v128.load offset=32 (local.get $b))))
        (v128.store offset=48 (local.get $out)
          (v128.and (v128.load offset=48 (local.get $a)) (v128.load offset=48 (local.get $b))))
        (local.set $out (i32.add (local.get $out) (i32.const 64)))
        (local.set $a (i32.add (local.get $a) (i32.const 64)))
        (local.set $b (i32.add (local.get $b) (i32.const 64)))
        (br $line))))

  (func (export "andNot") (param $out i32) (param $a i32) (param $b i32) (param $lines i32)
    (local $end i32)
    (local.set $out (i32.shl (local.get $out) (i32.const 2)))
    (local.set $a (i32.shl (local.get $a) (i32.const 2)))
    (local.set $b (i32.shl (local.get $b) (i32.const 2)))
    (local.set $end (i32.add (local.get $a) (i32.shl (local.get $lines) (i32.const 6))))
    (block $done
      (loop $line
        (br_if $done (i32.ge_u (local.get $a) (local.get $end)))
        (v128.store offset=0 (local.get $out)
          (v128.andnot (v128.load offset=0 (local.get $a)) (v128.load offset=0 (local.get $b))))
        (v128.store offset=16 (local.get $out)
          (v128.andnot (v128.load offset=16 (local.get $a)) (v128.load offset=16 (local.get $b))))
        (v128.store offset=32 (local.get $out)
          (v128.andnot (v128.load offset=32 (local.get $a)) (v128.load offset=32 (local.get $b))))
        (v128.store offset=48 (local.get $out)
          (v128.andnot (v128.load offset=48 (local.get $a)) (v128.load offset=48 (local.get $b))))
        (local.set $out (i32.add (local.get $out) (i32.const 64)))
        (local.set $a (i32.add (local.get $a) (i32.const 64)))
        (local.set $b (i32.add (local.get $b) (i32.const 64)))
        (br $line))))

  (func (export "or") (param $out i32) (param $a i32) (param $b i32) (param $lines i32)
    (local $end i32)
    (local.set $out (i32.shl (local.get $out) (i32.const 2)))
    (local.set $a (i32.shl (local.get $a) (i32.const 2)))
    (local.set $b (i32.shl (local.get $b) (i32.const 2)))
    (local.set $end (i32.add (local.get $a) (i32.shl (local.get $lines) (i32.const 6))))
    (block $done
      (loop $line
        (br_if $done (i32.ge_u (local.get $a) (local.get $end)))
        (v128.store offset=0 (local.get $out)
          (v128.or (v128.load offset=0 (local.get $a)) (v128.load offset=0 (local.get $b))))
        (v128.store offset=16 (local.get $out)
          (v128.or (v128.load offset=16 (local.get $a)) (v128.load offset=16 (local.get $b))))
        (v128.store offset=32 (local.get $out)
          (v128.or (v128.load offset=32 (local.get $a)) (v128.load offset=32 (local.get $b))))
        (v128.store offset=48 (local.get $out)
          (v128.or (v128.load offset=48 (local.get $a)) (v128.load offset=48 (local.get $b))))
        (local.set $out (i32.add (local.get $out) (i32.const 64)))
        (local.set $a (i32.add (local.get $a) (i32.const 64)))
        (local.set $b (i32.add (local.get $b) (i32.const 64)))
        (br $line))))

  ;; Four ordinals are written whatever a word holds, and what it does not hold is written over by the next one: so the
  ;; common word of few bits has no branch that could be guessed wrong.
  (func (export "decode")
    (param $a i32) (param $lines i32) (param $base i32) (param $out i32) (param $most i32) (result i32)
    (local $end i32) (local $start i32) (local $stop i32) (local $at i32) (local $word i64)
    (local.set $a (i32.shl (local.get $a) (i32.const 2)))
    (local.set $end (i32.add (local.get $a) (i32.shl (local.get $lines) (i32.const 6))))
    (local.set $out (i32.shl (local.get $out) (i32.const 2)))
    (local.set $start (local.get $out))
    (local.set $stop (i32.add (local.get $out) (i32.shl (local.get $most) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $a) (local.get $end)))
        (local.set $word (i64.load (local.get $a)))
        (if (i64.ne (local.get $word) (i64.const 0))
          (then
            (local.set $at (local.get $out))
            (local.set $out (i32.add (local.get $out)
              (i32.shl (i32.wrap_i64 (i64.popcnt (local.get $word))) (i32.const 2))))
            (loop $four
              (i32.store offset=0 (local.get $at)
                (i32.add (local.get $base) (i32.wrap_i64 (i64.ctz (local.get $word)))))
              (local.set $word (i64.and (local.get $word) (i64.sub (local.get $word) (i64.const 1))))
              (i32.store offset=4 (local.get $at)
                (i32.add (local.get $base) (i32.wrap_i64 (i64.ctz (local.get $word)))))
              (local.set $word (i64.and (local.get $word) (i64.sub (local.get $word) (i64.const 1))))
              (i32.store offset=8 (local.get $at)
                (i32.add (local.get $base) (i32.wrap_i64 (i64.ctz (local.get $word)))))
              (local.set $word (i64.and (local.get $word) (i64.sub (local.get $word) (i64.const 1))))
              (i32.store offset=12 (local.get $at)
                (i32.add (local.get $base) (i32.wrap_i64 (i64.ctz (local.get $word)))))
              (local.set $word (i64.and (local.get $word) (i64.sub (local.get $word) (i64.const 1))))
              (local.set $at (i32.add (local.get $at) (i32.const 16)))
              (br_if $four (i64.ne (local.get $word) (i64.const 0))))
            (br_if $done (i32.ge_u (local.get $out) (local.get $stop)))))
        (local.set $base (i32.add (local.get $base) (i32.const 64)))
        (local.set $a (i32.add (local.get $a) (i32.const 8)))
        (br $next)))
    (i32.shr_u (i32.sub (local.get $out) (local.get $start)) (i32.const 2)))

  (func (export "scatter") (param $from i32) (param $n i32) (param $out i32) (param $base i32)
    (local $end i32) (local $bit i32) (local $word i32)
    (local.set $from (i32.shl (local.get $from) (i32.const 2)))
    (local.set $end (i32.add (local.get $from) (i32.shl (local.get $n) (i32.const 2))))
    (local.set $out (i32.shl (local.get $out) (i32.const 2)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
        (local.set $bit (i32.sub (i32.load (local.get $from)) (local.get $base)))
        (local.set $word (i32.add (local.get $out) (i32.shl (i32.shr_u (local.get $bit) (i32.const 5)) (i32.const 2))))
        (i32.store (local.get $word)
          (i32.or (i32.load (local.get $word)) (i32.shl (i32.const 1) (local.get $bit))))
        (local.set $from (i32.add (local.get $from) (i32.const 4)))
        (br $next))))

  ;; Every ordinal is written, and the place moves on where it is kept.
  (func (export "filter")
    (param $from i32) (param $n i32) (param $directory i32) (param $chunks i32) (param $out i32) (param $kept i32)
    (result i32)
    (local $end i32) (local $start i32) (local $ordinal i32) (local $bit i32)
    (local.set $from (i32.shl (local.get $from) (i32.const 2)))
    (local.set $end (i32.add (local.get $from) (i32.shl (local.get $n) (i32.const 2))))
    (local.set $directory (i32.shl (local.get $directory) (i32.const 2)))
    (local.set $out (i32.shl (local.get $out) (i32.const 2)))
    (local.set $start (local.get $out))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
        (local.set $ordinal (i32.load (local.get $from)))
        (local.set $bit (i32.const 0))
        (if (i32.lt_u (i32.shr_u (local.get $ordinal) (i32.const 16)) (local.get $chunks))
          (then
            (local.set $bit
              (i32.and (i32.const 1)
                (i32.shr_u
                  (i32.load
                    (i32.add
                      (i32.shl
                        (i32.load
                          (i32.add (local.get $directory)
                            (i32.shl (i32.shr_u (local.get $ordinal) (i32.const 16)) (i32.const 3))))
                        (i32.const 2))
                      (i32.shl (i32.shr_u (i32.and (local.get $ordinal) (i32.const 0xffff)) (i32.const 5)) (i32.const 2))))
                  (local.get $ordinal))))))
        (i32.store (local.get $out) (local.get $ordinal))
        (if (i32.eq (local.get $bit) (local.get $kept))
          (then (local.set $out (i32.add (local.get $out) (i32.const 4)))))
        (local.set $from (i32.add (local.get $from) (i32.const 4)))
        (br $next)))
    (i32.shr_u (i32.sub (local.get $out) (local.get $start)) (i32.const 2)))

  ;; $b is passed over in steps that double while they fall short, and that halve again once they do not.
  (func (export "intersect")
    (param $a i32) (param $na i32) (param $b i32) (param $nb i32) (param $out i32) (param $kept i32)
    (result i32)
    (local $end i32) (local $endOfB i32) (local $start i32) (local $ordinal i32) (local $step i32) (local $found i32)
    (local.set $a (i32.shl (local.get $a) (i32.const 2)))
    (local.set $end (i32.add (local.get $a) (i32.shl (local.get $na) (i32.const 2))))
    (local.set $b (i32.shl (local.get $b) (i32.const 2)))
    (local.set $endOfB (i32.add (local.get $b) (i32.shl (local.get $nb) (i32.const 2))))
    (local.set $out (i32.shl (local.get $out) (i32.const 2)))
    (local.set $start (local.get $out))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $a) (local.get $end)))
        (local.set $ordinal (i32.load (local.get $a)))
        (block $near
          (local.set $step (i32.const 4))
          (loop $gallop
            (br_if $near (i32.ge_u (local.get $step) (i32.sub (local.get $endOfB) (local.get $b))))
            (br_if $near
              (i32.ge_u (i32.load (i32.add (local.get $b) (local.get $step))) (local.get $ordinal)))
            (local.set $b (i32.add (local.get $b) (local.get $step)))
            (local.set $step (i32.shl (local.get $step) (i32.const 1)))
            (br $gallop)))
        (loop $approach
          (if (i32.gt_u (local.get $step) (i32.const 4))
            (then
              (local.set $step (i32.shr_u (local.get $step) (i32.const 1)))
              (if (i32.lt_u (local.get $step) (i32.sub (local.get $endOfB) (local.get $b)))
                (then
                  (if (i32.lt_u (i32.load (i32.add (local.get $b) (local.get $step))) (local.get $ordinal))
                    (then (local.set $b (i32.add (local.get $b) (local.get $step)))))))
              (br $approach))))
        ;; All that lies before $b is less; $b itself may be less too, and then what follows it is not.
        (if (i32.lt_u (local.get $b) (local.get $endOfB))
          (then
            (if (i32.lt_u (i32.load (local.get $b)) (local.get $ordinal))
              (then (local.set $b (i32.add (local.get $b) (i32.const 4)))))))
        (local.set $found (i32.const 0))
        (if (i32.lt_u (local.get $b) (local.get $endOfB))
          (then (local.set $found (i32.eq (i32.load (local.get $b)) (local.get $ordinal)))))
        (i32.store (local.get $out) (local.get $ordinal))
        (if (i32.eq (local.get $found) (local.get $kept))
          (then (local.set $out (i32.add (local.get $out) (i32.const 4)))))
        (local.set $a (i32.add (local.get $a) (i32.const 4)))
        (br $next)))
    (i32.shr_u (i32.sub (local.get $out) (local.get $start)) (i32.const 2)))
)
