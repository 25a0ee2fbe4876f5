/*
 * macho.c - feeds the loader's reader of Mach-O objects: one that is right, and
 * thousands that are not.  Built with sanitizers, it ends with 0 if all is well.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "extension/macho.h"

#define SIZE	400

/* Puts a number, the lowest byte first. */
static void
put(uint8_t *at, uint32_t number)
{
	for (int i = 0; i < 4; i++)
		at[i] = (uint8_t) (number >> (8 * i));
}

/* A library with one segment and one symbol, "_mark". */
static void
build(uint8_t *bytes)
{
	memset(bytes, 0, SIZE);
	put(bytes, 0xfeedfacf);
#if defined(__aarch64__)
	put(bytes + 4, 0x0100000c);
#else
	put(bytes + 4, 0x01000007);
#endif
	put(bytes + 12, 6);
	put(bytes + 16, 2);
	put(bytes + 32, 0x19);		/* a segment: all of the file */
	put(bytes + 36, 72);
	put(bytes + 80, SIZE);
	put(bytes + 104, 2);		/* symbols */
	put(bytes + 108, 24);
	put(bytes + 112, 200);
	put(bytes + 116, 1);
	put(bytes + 120, 300);
	put(bytes + 124, 16);
	put(bytes + 200, 1);
	bytes[204] = 0x0f;
	bytes[205] = 1;
	strcpy((char *) bytes + 301, "_mark");
}

/* Asks about a copy that ends where its memory does; 2: whole, 1: defines. */
static int
ask(const uint8_t *bytes, size_t size, const char *symbol)
{
	uint8_t    *copy = malloc(size > 0 ? size : 1);
	bool		whole;
	bool		defines;

	memcpy(copy, bytes, size);
	defines = macho_defines(copy, size, symbol, &whole);
	free(copy);
	return (whole ? 2 : 0) + (defines ? 1 : 0);
}

/* Complains unless the answer is the expected one. */
static void
expect(int answer, int expected, const char *what)
{
	if (answer == expected)
		return;
	printf("%s: %d instead of %d\n", what, answer, expected);
	exit(1);
}

int
main(void)
{
	uint8_t		good[SIZE];
	uint8_t		bytes[SIZE + 48];

	build(good);
	expect(ask(good, SIZE, "mark"), 3, "whole");
	expect(ask(good, SIZE, "other"), 2, "another symbol");
	expect(ask(good, SIZE, "mar"), 2, "the beginning of a symbol");
	for (size_t size = 0; size < SIZE; size++)
		expect(ask(good, size, "mark") & 2, 0, "truncated");

	memcpy(bytes, good, SIZE);
	bytes[204] = 0x01;
	expect(ask(bytes, SIZE, "mark"), 2, "undefined");
	bytes[204] = 0x0e;
	expect(ask(bytes, SIZE, "mark"), 2, "hidden");
	memcpy(bytes, good, SIZE);
	put(bytes + 12, 2);
	expect(ask(bytes, SIZE, "mark"), 0, "a program");
	memcpy(bytes, good, SIZE);
	bytes[4]++;
	expect(ask(bytes, SIZE, "mark"), 0, "of another machine");

	/* a universal file that holds it behind its head */
	memset(bytes, 0, sizeof(bytes));
	memcpy(bytes, "\xca\xfe\xba\xbe\0\0\0\1", 8);
	for (int i = 0; i < 4; i++)
		bytes[8 + i] = good[7 - i];
	bytes[19] = 48;
	bytes[22] = SIZE >> 8;
	bytes[23] = SIZE & 0xff;
	memcpy(bytes + 48, good, SIZE);
	expect(ask(bytes, sizeof(bytes), "mark"), 3, "universal");
	expect(ask(bytes, sizeof(bytes) - 1, "mark"), 0, "universal, truncated");

	/* whatever it answers, it must not read elsewhere */
	srand(1);
	for (int round = 0; round < 100000; round++)
	{
		memcpy(bytes, good, SIZE);
		for (int i = rand() % 4; i >= 0; i--)
			bytes[rand() % 220] = (uint8_t) (rand() % 3 == 0 ? 0xff : rand());
		(void) ask(bytes, SIZE, "mark");
	}
	return 0;
}
